metadata description = 'The function app on Flex Consumption: where it runs. What it is told is in app-settings.'

@description('Name of the function app.')
param name string

@description('Name of the plan.')
param planName string

@description('Azure region.')
param location string

@description('Resource id of the app\'s identity.')
param identityId string

@description('Address of the container that deployed packages lie in.')
param packageAddress string

@description('The https address people reach the service at; empty: the one Azure gives the app.')
param publicAddress string

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
