metadata description = 'The one identity the app has. It exists before the app, so that its roles do too.'

@description('Name of the identity.')
param name string

@description('Azure region.')
param location string

@description('Tags to put on it.')
param tags object

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
  tags: tags
}

@description('Resource id.')
output id string = identity.id

@description('What code signs in with.')
output clientId string = identity.properties.clientId

@description('What roles are given to.')
output principalId string = identity.properties.principalId
