metadata description = 'The function app on Flex Consumption, and its settings.'

@description('Name of the function app.')
param name string

@description('Name of the plan.')
param planName string

@description('Azure region.')
param location string

@description('Resource id of the app\'s identity.')
param identityId string

@description('Client id of the app\'s identity.')
param identityClientId string

@description('Where telemetry goes; the identity is what admits.')
param insightsConnection string

@description('Storage account of the Functions host.')
param hostStorageName string

@description('Address of the container that deployed packages lie in.')
param packageAddress string

@description('The task hub.')
param taskHubName string

@description('Address of the Durable Task Scheduler; empty: durable state is in the host\'s storage account.')
param schedulerEndpoint string

@description('The https address people reach the service at; empty: the one Azure gives the app.')
param publicAddress string

@description('Address of Cosmos DB.')
param cosmosEndpoint string

@description('Cosmos DB database.')
param cosmosDatabaseName string

@description('Cosmos DB container.')
param cosmosContainerName string

@description('Address of the storage account of the files.')
param filesEndpoint string

@description('Container of the files.')
param filesContainerName string

@description('Address of the communication service.')
param mailEndpoint string

@description('The sender address.')
param mailFromAddress string

@description('The only recipient domains that are sent to, separated by commas; *: everybody.')
param mailAllowedDomains string

@description('Emails a minute.')
param mailQuotaPerMinute int

@description('Emails an hour.')
param mailQuotaPerHour int

@description('Client id of the Entra application that delivery reports are addressed to.')
param deliveryReportsApplicationId string

@description('Address of an OpenTelemetry collector for the service\'s spans and counters; empty: none.')
param telemetryEndpoint string

@description('Instances of 2 GB standing by; each costs about 252 US dollars a year (docs/cost.md).')
@minValue(0)
param alwaysReadyInstances int

@description('What they are for: http or durable.')
param alwaysReadyGroup string

@description('Instances at most.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Log Analytics workspace.')
param workspaceId string

@description('Tags to put on it.')
param tags object

var address = empty(publicAddress) ? 'https://${app.properties.defaultHostName}/' : publicAddress
var schedulerConnection = 'SchedulerConnection'

// What the Functions host and the libraries read.
var hostSettings = {
  AzureWebJobsStorage__accountName: hostStorageName
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  AZURE_CLIENT_ID: identityClientId
  APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnection
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
  TaskHubName: taskHubName
}

// These override host.json, which names no backend and so means Azure Storage.
var schedulerSettings = empty(schedulerEndpoint) ? {} : {
  AzureFunctionsJobHost__extensions__durableTask__storageProvider__type: 'azureManaged'
  AzureFunctionsJobHost__extensions__durableTask__storageProvider__connectionStringName: schedulerConnection
  '${schedulerConnection}': 'Endpoint=${schedulerEndpoint};Authentication=ManagedIdentity;ClientID=${identityClientId}'
}

// What the service reads and checks at start: src/Functions/Options. A test compares the names.
var serviceSettings = {
  Web__BaseAddress: address
  Store__Mode: 'Cosmos'
  Store__Endpoint: cosmosEndpoint
  Store__Database: cosmosDatabaseName
  Store__Container: cosmosContainerName
  Files__Mode: 'Blobs'
  Files__Endpoint: filesEndpoint
  Files__Container: filesContainerName
  Mail__Mode: 'Acs'
  Mail__Endpoint: mailEndpoint
  Mail__FromAddress: mailFromAddress
  Mail__AllowedDomains: mailAllowedDomains
  Mail__QuotaPerMinute: string(mailQuotaPerMinute)
  Mail__QuotaPerHour: string(mailQuotaPerHour)
  DeliveryReports__TenantId: tenant().tenantId
  DeliveryReports__Audience: deliveryReportsApplicationId
  Telemetry__Endpoint: telemetryEndpoint
}

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    tier: 'FlexConsumption'
    name: 'FC1'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2024-11-01' = {
  name: name
  location: location
  tags: union(tags, {
    'azd-service-name': 'functions'
  })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageAddress
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        instanceMemoryMB: 2048
        maximumInstanceCount: maximumInstanceCount
        alwaysReady: alwaysReadyInstances == 0 ? [] : [
          {
            name: alwaysReadyGroup
            instanceCount: alwaysReadyInstances
          }
        ]
      }
    }
  }
}

resource settings 'Microsoft.Web/sites/config@2024-11-01' = {
  parent: app
  name: 'appsettings'
  properties: union(hostSettings, schedulerSettings, serviceSettings)
}

// Deploying needs an Entra sign-in too, never a publishing password.
resource ftpSignIn 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-11-01' = {
  parent: app
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource scmSignIn 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-11-01' = {
  parent: app
  name: 'scm'
  properties: {
    allow: false
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: app
  properties: {
    workspaceId: workspaceId
    // Not AppServiceHTTPLogs: they would keep the addresses, and with them people's links.
    logs: [
      {
        category: 'FunctionAppLogs'
        enabled: true
      }
    ]
  }
}

@description('Name of the function app.')
output name string = app.name

@description('Where people reach the service; it ends with a slash.')
output address string = endsWith(address, '/') ? address : '${address}/'
