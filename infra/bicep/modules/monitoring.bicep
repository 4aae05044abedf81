metadata description = 'Logs and telemetry. Addresses of requests are dropped before they are stored, for they hold people\'s links.'

@description('Name of the Log Analytics workspace.')
param workspaceName string

@description('Name of Application Insights.')
param insightsName string

@description('Name of the rule that drops addresses.')
param addressRuleName string

@description('Azure region.')
param location string

@description('Days that logs are kept.')
param retentionInDays int

@description('True: the workspace uses the rule. It needs the workspace first, so this is for the second deployment.')
param keepAddressesOut bool

@description('Tags to put on it.')
param tags object

var workspaceDestination = 'workspace'

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' = {
  name: workspaceName
  location: location
  tags: tags
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: retentionInDays
    features: {
      disableLocalAuth: true
      enableLogAccessUsingOnlyResourcePermissions: true
    }
    // By name, not by symbol: the rule needs the workspace, and the workspace the rule.
    defaultDataCollectionRuleResourceId: keepAddressesOut ? resourceId('Microsoft.Insights/dataCollectionRules', addressRuleName) : null
  }
}

resource addressRule 'Microsoft.Insights/dataCollectionRules@2023-03-11' = {
  name: addressRuleName
  location: location
  tags: tags
  kind: 'WorkspaceTransforms'
  properties: {
    dataSources: {}
    destinations: {
      logAnalytics: [
        {
          name: workspaceDestination
          workspaceResourceId: workspace.id
        }
      ]
    }
    // Name is "GET /r/TOKEN" where a request is passed on to the worker. OperationName, the function's name, stays unless it is an address too.
    dataFlows: [
      {
        streams: ['Microsoft-Table-AppRequests']
        destinations: [workspaceDestination]
        transformKql: 'source | extend Name = "", Url = "", OperationName = iif(OperationName contains "/", "", OperationName), Properties = parse_json("{}")'
      }
      {
        streams: ['Microsoft-Table-AppDependencies']
        destinations: [workspaceDestination]
        transformKql: 'source | extend Name = "", Data = "", OperationName = iif(OperationName contains "/", "", OperationName), Properties = parse_json("{}")'
      }
    ]
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: insightsName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    DisableLocalAuth: true
  }
}

resource workspaceDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: workspace
  properties: {
    workspaceId: workspace.id
    logs: [
      {
        categoryGroup: 'audit'
        enabled: true
      }
    ]
  }
}

@description('Resource id of the workspace.')
output workspaceId string = workspace.id

@description('Name of Application Insights.')
output insightsName string = insights.name

@description('Where telemetry goes. It identifies and does not admit: sending needs the identity, for local authentication is off.')
output insightsConnection string = insights.properties.ConnectionString
