metadata description = 'Email through Communication Services: the service, the domain, the sender, and the resource that sends.'

@description('Name of the email service.')
param emailServiceName string

@description('Name of the communication service.')
param communicationServiceName string

@description('Where data is kept at rest, in the words of Communication Services.')
param dataLocation string

@description('The domain that emails come from.')
param domainName string

@description('True once the domain is verified; it cannot be linked before.')
param domainIsVerified bool

@description('The part of the sender address before the @.')
param senderName string

@description('The sender name that people see, if the sender is another one than DoNotReply.')
param senderDisplayName string

@description('Log Analytics workspace.')
param workspaceId string

@description('Tags to put on it.')
param tags object

var hasOwnSender = toLower(senderName) != 'donotreply'

resource emailService 'Microsoft.Communication/emailServices@2025-09-01' = {
  name: emailServiceName
  location: 'global'
  tags: tags
  properties: {
    dataLocation: dataLocation
  }
}

resource domain 'Microsoft.Communication/emailServices/domains@2025-09-01' = {
  parent: emailService
  name: domainName
  location: 'global'
  tags: tags
  properties: {
    domainManagement: 'CustomerManaged'
    // No pixel and no rewritten link: nobody watches who opens what.
    userEngagementTracking: 'Disabled'
  }
}

// A domain has DoNotReply by itself. Azure refuses others while the domain has the default sending limits.
resource sender 'Microsoft.Communication/emailServices/domains/senderUsernames@2025-09-01' = if (domainIsVerified && hasOwnSender) {
  parent: domain
  name: senderName
  properties: {
    username: senderName
    displayName: senderDisplayName
  }
}

resource communicationService 'Microsoft.Communication/communicationServices@2025-09-01' = {
  name: communicationServiceName
  location: 'global'
  tags: tags
  properties: {
    dataLocation: dataLocation
    disableLocalAuth: true
    linkedDomains: domainIsVerified ? [domain.id] : []
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: communicationService
  properties: {
    workspaceId: workspaceId
    // Not EmailStatusUpdateOperational: it names the recipient.
    logs: [
      {
        category: 'EmailSendMailOperational'
        enabled: true
      }
    ]
  }
}

@description('Name of the communication service.')
output communicationServiceName string = communicationService.name

@description('Resource id of the communication service.')
output communicationServiceId string = communicationService.id

@description('Address that mail is sent through.')
output endpoint string = 'https://${communicationService.properties.hostName}'

@description('The sender address.')
output fromAddress string = '${senderName}@${domainName}'

@description('The DNS records that prove the domain is yours.')
output domainRecords object = domain.properties.verificationRecords
