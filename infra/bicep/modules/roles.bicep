metadata description = 'What the app may do, each role on the one resource it is for. Every role id is named here, once.'

@description('Principal id of the app\'s identity.')
param principalId string

@description('Storage account of the Functions host and of durable state.')
param hostStorageName string

@description('Storage account of the files.')
param fileStorageName string

@description('Container of the files.')
param filesContainerName string

@description('Cosmos DB account.')
param cosmosName string

@description('Cosmos DB database.')
param cosmosDatabaseName string

@description('Cosmos DB container.')
param cosmosContainerName string

@description('Communication service that mail is sent through.')
param communicationServiceName string

@description('Application Insights.')
param insightsName string

@description('Durable Task Scheduler; empty: durable state is in the host\'s storage account.')
param schedulerName string

var role = {
  storageBlobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  storageBlobDataContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  storageQueueDataContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  storageTableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  monitoringMetricsPublisher: '3913510d-42f4-4e42-8a64-420c390055eb'
  communicationAndEmailServiceOwner: '09976791-48a7-449e-bb21-39d1a415f350'
  durableTaskDataContributor: '0ad04412-c4d5-4796-b79c-f76d14c8d402'
}
var cosmosDataContributor = '00000000-0000-0000-0000-000000000002'
var storesStateInStorage = empty(schedulerName)

// The Functions host: its locks, keys and packages, and with the default backend the queues and tables of durable state.
var hostRoles = storesStateInStorage
  ? [role.storageBlobDataOwner, role.storageQueueDataContributor, role.storageTableDataContributor]
  : [role.storageBlobDataOwner]

resource hostStorage 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: hostStorageName
}

resource hostStorageRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for id in hostRoles: {
  name: guid(hostStorage.id, principalId, id)
  scope: hostStorage
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', id)
  }
}]

resource fileStorage 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: fileStorageName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource files 'containers' existing = {
      name: filesContainerName
    }
  }
}

resource filesRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(fileStorage::blobs::files.id, principalId, role.storageBlobDataContributor)
  scope: fileStorage::blobs::files
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.storageBlobDataContributor)
  }
}

resource cosmos 'Microsoft.DocumentDB/databaseAccounts@2025-04-15' existing = {
  name: cosmosName

  resource dataContributor 'sqlRoleDefinitions' existing = {
    name: cosmosDataContributor
  }
}

// Cosmos DB has data roles of its own, which reach no further than documents: they cannot make or change a container.
resource storeRole 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2025-04-15' = {
  parent: cosmos
  name: guid(cosmos.id, principalId, cosmosDataContributor)
  properties: {
    principalId: principalId
    roleDefinitionId: cosmos::dataContributor.id
    scope: '${cosmos.id}/dbs/${cosmosDatabaseName}/colls/${cosmosContainerName}'
  }
}

resource communicationService 'Microsoft.Communication/communicationServices@2025-09-01' existing = {
  name: communicationServiceName
}

// Communication Services has no narrower built-in role that may send; whether it honours a custom one is unconfirmed.
resource mailRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(communicationService.id, principalId, role.communicationAndEmailServiceOwner)
  scope: communicationService
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.communicationAndEmailServiceOwner)
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource telemetryRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, principalId, role.monitoringMetricsPublisher)
  scope: insights
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.monitoringMetricsPublisher)
  }
}

resource scheduler 'Microsoft.DurableTask/schedulers@2025-11-01' existing = if (!storesStateInStorage) {
  name: storesStateInStorage ? 'none' : schedulerName
}

resource schedulerRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!storesStateInStorage) {
  name: guid(scheduler.id, principalId, role.durableTaskDataContributor)
  scope: scheduler
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.durableTaskDataContributor)
  }
}
