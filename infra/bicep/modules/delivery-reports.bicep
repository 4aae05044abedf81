metadata description = 'What became of each email: Event Grid posts delivery reports to the app, with an Entra token.'

@description('Name of the system topic.')
param topicName string

@description('Resource id of the communication service.')
param communicationServiceId string

@description('Where reports are posted to. The resource type counts it as a secret, for it may hold a key; this one holds none.')
@secure()
param webhookAddress string

@description('Client id of the Entra application that the token is for.')
param applicationId string

@description('True: subscribe. The app must run, for Event Grid asks it first.')
param subscribe bool

@description('Log Analytics workspace.')
param workspaceId string

@description('Tags to put on it.')
param tags object

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: topicName
  location: 'global'
  tags: tags
  properties: {
    source: communicationServiceId
    topicType: 'Microsoft.Communication.CommunicationServices'
  }
}

resource reports 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = if (subscribe) {
  parent: topic
  name: 'delivery-reports'
  properties: {
    eventDeliverySchema: 'EventGridSchema'
    destination: {
      endpointType: 'WebHook'
      properties: {
        endpointUrl: webhookAddress
        azureActiveDirectoryTenantId: tenant().tenantId
        azureActiveDirectoryApplicationIdOrUri: applicationId
        minimumTlsVersionAllowed: '1.2'
        maxEventsPerBatch: 10
        preferredBatchSizeInKilobytes: 64
      }
    }
    filter: {
      includedEventTypes: ['Microsoft.Communication.EmailDeliveryReportReceived']
    }
    retryPolicy: {
      maxDeliveryAttempts: 30
      eventTimeToLiveInMinutes: 1440
    }
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: topic
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'DeliveryFailures'
        enabled: true
      }
    ]
  }
}
