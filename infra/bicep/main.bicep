targetScope = 'resourceGroup'

metadata description = 'The whole service in one resource group. This file only composes modules.'

@description('Short name of this installation, such as prod or test; resource names end in it.')
@minLength(2)
@maxLength(12)
param environmentName string

@description('Azure region of everything that has one. It must offer Flex Consumption.')
param location string = resourceGroup().location

@description('Where Communication Services keeps data at rest, in its own words: Europe, UK, United States…')
param mailDataLocation string

@description('The domain that emails come from, such as mentoring.example.org. You prove it is yours with DNS records.')
param mailDomain string

@description('The part of the sender address before the @. Azure allows another one than DoNotReply only once it has raised the domain\'s sending limits.')
param mailSender string = 'DoNotReply'

@description('The sender name that people see, if the sender is another one than DoNotReply.')
param mailSenderName string = 'Reverse mentoring'

@description('True once the DNS records of mailDomain are verified; only then can the domain be linked, and mail be sent.')
param mailDomainVerified bool = false

@description('Emails a minute that Azure allows for this subscription, all cohorts together.')
@minValue(1)
param mailQuotaPerMinute int = 30

@description('Emails an hour that Azure allows for this subscription, all cohorts together.')
@minValue(1)
param mailQuotaPerHour int = 100

@description('Outside production the only recipient domains that are sent to, separated by commas; * for production: everybody.')
@minLength(1)
param mailAllowedDomains string

@description('The https address people reach the service at, if it has a domain of its own. Empty: the address Azure gives the function app.')
param publicAddress string = ''

@description('Whom to ask on pages that belong to no scheme: an email address, or words. Empty: nobody.')
param contact string = ''

@description('Client id of the Entra application that delivery reports are addressed to. docs/operations.md says how to make it.')
param deliveryReportsApplicationId string

@description('True from the second deployment on, when the code is there: Event Grid calls it before it accepts a subscription.')
param codeIsDeployed bool = false

@description('Address of an OpenTelemetry collector (OTLP over gRPC) that gets the service\'s spans and counters. Empty: none, and they stay inside.')
param telemetryEndpoint string = ''

@description('Instances of 2 GB standing by. Each costs about 252 US dollars a year, shared by all cohorts (docs/cost.md); 0: the first call after a quiet time waits.')
@minValue(0)
param alwaysReadyInstances int = 1

@description('What the standing instances are for. Flex Consumption keeps web requests (http) and orchestrations (durable) on instances of their own.')
@allowed([
  'http'
  'durable'
])
param alwaysReadyGroup string = 'durable'

@description('Where Durable Functions keeps its state: AzureStorage, or DurableTaskScheduler, which needs the app built with -p:FullFeed=true.')
@allowed([
  'AzureStorage'
  'DurableTaskScheduler'
])
param durableBackend string = 'AzureStorage'

@description('The task hub. Letters and digits only, for it also names queues and tables.')
@minLength(3)
@maxLength(32)
param taskHubName string = 'ReverseMentoring'

@description('Euros, dollars or whatever the subscription is billed in, a month; an email goes out at 80 and at 100 per cent, and when 100 is forecast.')
@minValue(1)
param monthlyBudget int

@description('First day of the month the budget starts in, as yyyy-MM-dd. Leave it as it is afterwards.')
param budgetStart string

@description('Who gets the budget alerts.')
@minLength(1)
param budgetContacts string[]

@description('Name of the Cosmos DB account, to point the service at one restored from a backup. Empty: a name is made up.')
param cosmosAccountName string = ''

@description('Days that logs are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 30

@description('Tags of your own, for every resource.')
param extraTags object = {}

var token = uniqueString(resourceGroup().id, environmentName)
var suffix = toLower('${environmentName}-${token}')
var tags = union(extraTags, {
  application: 'reverse-mentoring'
  environment: environmentName
  'azd-env-name': environmentName
})
var packageContainer = 'app-package'
var filesContainer = 'files'
var usesScheduler = durableBackend == 'DurableTaskScheduler'

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    workspaceName: 'log-${suffix}'
    insightsName: 'appi-${suffix}'
    addressRuleName: 'dcr-addresses-${suffix}'
    location: location
    retentionInDays: logRetentionDays
    keepAddressesOut: codeIsDeployed
    tags: tags
  }
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: {
    name: 'id-${suffix}'
    location: location
    tags: tags
  }
}

module hostStorage 'modules/storage.bicep' = {
  name: 'host-storage'
  params: {
    name: 'sthost${token}'
    location: location
    containers: [packageContainer]
    tags: tags
  }
}

module hostLogs 'modules/host-logs.bicep' = {
  name: 'host-logs'
  params: {
    storageName: hostStorage.outputs.name
    workspaceId: monitoring.outputs.workspaceId
  }
}

module fileStorage 'modules/storage.bicep' = {
  name: 'file-storage'
  params: {
    name: 'stfile${token}'
    location: location
    containers: [filesContainer]
    tags: tags
  }
}

module cosmos 'modules/cosmos.bicep' = {
  name: 'cosmos'
  params: {
    name: empty(cosmosAccountName) ? 'cosmos-${suffix}' : cosmosAccountName
    location: location
    databaseName: 'reverse-mentoring'
    containerName: 'cohorts'
    workspaceId: monitoring.outputs.workspaceId
    tags: tags
  }
}

module email 'modules/email.bicep' = {
  name: 'email'
  params: {
    emailServiceName: 'mail-${suffix}'
    communicationServiceName: 'acs-${suffix}'
    dataLocation: mailDataLocation
    domainName: mailDomain
    domainIsVerified: mailDomainVerified
    senderName: mailSender
    senderDisplayName: mailSenderName
    workspaceId: monitoring.outputs.workspaceId
    tags: tags
  }
}

module scheduler 'modules/scheduler.bicep' = if (usesScheduler) {
  name: 'scheduler'
  params: {
    name: 'dts-${suffix}'
    taskHubName: taskHubName
    location: location
    tags: tags
  }
}

module roles 'modules/roles.bicep' = {
  name: 'roles'
  params: {
    principalId: identity.outputs.principalId
    hostStorageName: hostStorage.outputs.name
    fileStorageName: fileStorage.outputs.name
    filesContainerName: filesContainer
    cosmosName: cosmos.outputs.name
    cosmosDatabaseName: cosmos.outputs.databaseName
    cosmosContainerName: cosmos.outputs.containerName
    communicationServiceName: email.outputs.communicationServiceName
    insightsName: monitoring.outputs.insightsName
    schedulerName: usesScheduler ? scheduler!.outputs.name : ''
  }
}

module functionApp 'modules/function-app.bicep' = {
  name: 'function-app'
  params: {
    name: 'func-${suffix}'
    planName: 'plan-${suffix}'
    location: location
    identityId: identity.outputs.id
    packageAddress: '${hostStorage.outputs.blobEndpoint}${packageContainer}'
    publicAddress: publicAddress
    alwaysReadyInstances: alwaysReadyInstances
    alwaysReadyGroup: alwaysReadyGroup
    workspaceId: monitoring.outputs.workspaceId
    tags: tags
  }
  // The app looks for its package and its state as soon as it exists.
  dependsOn: [roles]
}

module appSettings 'modules/app-settings.bicep' = {
  name: 'app-settings'
  params: {
    appName: functionApp.outputs.name
    address: functionApp.outputs.address
    identityClientId: identity.outputs.clientId
    insightsConnection: monitoring.outputs.insightsConnection
    hostStorageName: hostStorage.outputs.name
    taskHubName: taskHubName
    schedulerEndpoint: usesScheduler ? scheduler!.outputs.endpoint : ''
    cosmosEndpoint: cosmos.outputs.endpoint
    cosmosDatabaseName: cosmos.outputs.databaseName
    cosmosContainerName: cosmos.outputs.containerName
    filesEndpoint: fileStorage.outputs.blobEndpoint
    filesContainerName: filesContainer
    mailEndpoint: email.outputs.endpoint
    mailFromAddress: email.outputs.fromAddress
    mailAllowedDomains: mailAllowedDomains
    mailQuotaPerMinute: mailQuotaPerMinute
    mailQuotaPerHour: mailQuotaPerHour
    deliveryReportsApplicationId: deliveryReportsApplicationId
    telemetryEndpoint: telemetryEndpoint
    contact: contact
  }
}

module deliveryReports 'modules/delivery-reports.bicep' = {
  name: 'delivery-reports'
  params: {
    topicName: 'evgt-${suffix}'
    communicationServiceId: email.outputs.communicationServiceId
    webhookAddress: '${functionApp.outputs.address}api/mail-reports'
    applicationId: deliveryReportsApplicationId
    subscribe: codeIsDeployed
    workspaceId: monitoring.outputs.workspaceId
    tags: tags
  }
  // Event Grid asks the app first, and the app has to know its tenant by then.
  dependsOn: [appSettings]
}

module budget 'modules/budget.bicep' = {
  name: 'budget'
  params: {
    name: 'budget-${suffix}'
    amount: monthlyBudget
    startDate: budgetStart
    contacts: budgetContacts
  }
}

@description('The function app, for azd and the core tools.')
output functionAppName string = functionApp.outputs.name

@description('Where people reach the service.')
output address string = functionApp.outputs.address

@description('The DNS records that prove the mail domain is yours.')
output mailDomainRecords object = email.outputs.domainRecords
