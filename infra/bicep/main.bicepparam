using 'main.bicep'

// Every value comes from the environment, so that no installation is written down here. docs/operations.md lists them.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME')
param mailDataLocation = readEnvironmentVariable('MAIL_DATA_LOCATION', 'Europe')
param mailDomain = readEnvironmentVariable('MAIL_DOMAIN')
param mailDomainVerified = bool(readEnvironmentVariable('MAIL_DOMAIN_VERIFIED', 'false'))
param mailAllowedDomains = readEnvironmentVariable('MAIL_ALLOWED_DOMAINS', '')
param mailQuotaPerMinute = int(readEnvironmentVariable('MAIL_QUOTA_PER_MINUTE', '30'))
param mailQuotaPerHour = int(readEnvironmentVariable('MAIL_QUOTA_PER_HOUR', '100'))
param publicAddress = readEnvironmentVariable('PUBLIC_ADDRESS', '')
param deliveryReportsApplicationId = readEnvironmentVariable('DELIVERY_REPORTS_APPLICATION_ID')
param codeIsDeployed = bool(readEnvironmentVariable('CODE_IS_DEPLOYED', 'false'))
param durableBackend = readEnvironmentVariable('DURABLE_BACKEND', 'AzureStorage')
param cosmosAccountName = readEnvironmentVariable('COSMOS_ACCOUNT_NAME', '')
param monthlyBudget = int(readEnvironmentVariable('MONTHLY_BUDGET'))
param budgetStart = readEnvironmentVariable('BUDGET_START')
param budgetContacts = split(readEnvironmentVariable('BUDGET_CONTACTS'), ',')
