metadata description = 'What the function app is told: all its settings. None is a secret.'

@description('Name of the function app.')
param appName string

@description('The https address people reach the service at.')
param address string

@description('Client id of the app\'s identity.')
param identityClientId string

@description('Where telemetry goes; the identity is what admits.')
param insightsConnection string

@description('Storage account of the Functions host.')
param hostStorageName string

@description('The task hub.')
param taskHubName string

@description('Address of the Durable Task Scheduler; empty: durable state is in the host\'s storage account.')
param schedulerEndpoint string

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

@description('Whom to ask on pages that belong to no scheme; empty: nobody.')
param contact string

var schedulerConnection = 'SchedulerConnection'

// What the Functions host and the libraries read.
var hostSettings = {
  AzureWebJobsStorage__accountName: hostStorageName
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  AZURE_CLIENT_ID: identityClientId
  APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnection
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
  // The app has a page of its own at /; without this the host shows its own until the app is loaded.
  AzureWebJobsDisableHomepage: 'true'
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
  Web__Contact: contact
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

resource app 'Microsoft.Web/sites@2024-11-01' existing = {
  name: appName
}

resource settings 'Microsoft.Web/sites/config@2024-11-01' = {
  parent: app
  name: 'appsettings'
  properties: union(hostSettings, schedulerSettings, serviceSettings)
}
