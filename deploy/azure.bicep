// Client Companion on Azure: one door, workers, PostgreSQL, a vault, and one identity that reads from the vault.
//
//   az group create --name client-companion --location westeurope
//   az deployment group create --resource-group client-companion --template-file deploy/azure.bicep \
//     --parameters @deploy/azure.parameters.json databasePassword="$(openssl rand -hex 24)" clientCertificate="$(cat companion.pem)"
//
// The database has no address outside of the virtual network. Nothing secret is an output. See docs/operate/machines.md, "Azure".

targetScope = 'resourceGroup'

@description('Short name that the names of all resources begin with.')
@minLength(3)
@maxLength(16)
param name string = 'companion'

@description('Region of all resources.')
param location string = resourceGroup().location

@description('The image, as it was pushed to a registry that the identity may pull from, best by digest.')
param image string

@description('Login server of an Azure container registry; empty: the image is public. Give the identity AcrPull on it first.')
param registryServer string = ''

@description('The Entra tenant that is served.')
param tenantId string = tenant().tenantId

@description('Client id of the app registration; empty: the managed identity speaks for the program, and nobody can sign in to the panel.')
param clientId string = ''

@description('PEM with key and certificate of the app registration; empty with an empty clientId.')
@secure()
param clientCertificate string = ''

@description('https address under which Microsoft reaches the door; empty: the one that Container Apps gives.')
param publicUrl string = ''

@description('Object id of the Entra group whose members are watched; empty: everybody who has the bot.')
param peopleGroup string = ''

@description('Password of the database owner. Kept in the vault; letters and digits only, because it stands in an address.')
@secure()
@minLength(24)
param databasePassword string

@description('Size of the database. See the table of sizes in docs/operate/machines.md.')
param databaseSku string = 'Standard_D2ds_v5'

@description('GiB of the database.')
@minValue(32)
param databaseStorageGb int = 128

@description('A standby in another zone. Not every region has it.')
param isZoneRedundant bool = false

@description('Doors: two so that one may be replaced.')
@minValue(1)
param doors int = 2

@description('Workers.')
@minValue(1)
param workers int = 2

var hasRegistration = !empty(clientId)
var suffix = uniqueString(resourceGroup().id)
var databaseName = 'companion'
var databaseOwner = 'companion_admin'
var secretsUser = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')
var doorName = '${name}-door'
var address = empty(publicUrl) ? 'https://${doorName}.${apps.properties.defaultDomain}' : publicUrl

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
  location: location
}

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: 30
  }
}

resource network 'Microsoft.Network/virtualNetworks@2024-01-01' = {
  name: '${name}-network'
  location: location
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.20.0.0/16'
      ]
    }
    subnets: [
      {
        name: 'apps'
        properties: {
          addressPrefix: '10.20.0.0/23'
          delegations: [
            {
              name: 'apps'
              properties: {
                serviceName: 'Microsoft.App/environments'
              }
            }
          ]
        }
      }
      {
        name: 'database'
        properties: {
          addressPrefix: '10.20.2.0/28'
          delegations: [
            {
              name: 'database'
              properties: {
                serviceName: 'Microsoft.DBforPostgreSQL/flexibleServers'
              }
            }
          ]
        }
      }
      {
        name: 'vault'
        properties: {
          addressPrefix: '10.20.3.0/28'
        }
      }
    ]
  }
}

resource zone 'Microsoft.Network/privateDnsZones@2020-06-01' = {
  name: '${name}.private.postgres.database.azure.com'
  location: 'global'
}

resource zoneLink 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2020-06-01' = {
  parent: zone
  name: 'network'
  location: 'global'
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: network.id
    }
  }
}

resource database 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: '${name}-${suffix}'
  location: location
  sku: {
    name: databaseSku
    tier: startsWith(databaseSku, 'Standard_B') ? 'Burstable' : startsWith(databaseSku, 'Standard_E') ? 'MemoryOptimized' : 'GeneralPurpose'
  }
  properties: {
    version: '16'
    administratorLogin: databaseOwner
    administratorLoginPassword: databasePassword
    authConfig: {
      activeDirectoryAuth: 'Disabled'
      passwordAuth: 'Enabled'
    }
    storage: {
      storageSizeGB: databaseStorageGb
      autoGrow: 'Enabled'
    }
    backup: {
      backupRetentionDays: 14
      geoRedundantBackup: 'Disabled'
    }
    highAvailability: {
      mode: isZoneRedundant ? 'ZoneRedundant' : 'Disabled'
    }
    network: {
      delegatedSubnetResourceId: '${network.id}/subnets/database'
      privateDnsZoneArmResourceId: zone.id
    }
  }
  dependsOn: [
    zoneLink
  ]
}

resource databaseItself 'Microsoft.DBforPostgreSQL/flexibleServers/databases@2024-08-01' = {
  parent: database
  name: databaseName
  properties: {
    charset: 'UTF8'
    collation: 'en_US.utf8'
  }
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: take('${name}-${suffix}', 24)
  location: location
  properties: {
    sku: {
      family: 'A'
      name: 'standard'
    }
    tenantId: tenant().tenantId
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    publicNetworkAccess: 'Disabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: 'Deny'
    }
  }
}

resource vaultZone 'Microsoft.Network/privateDnsZones@2020-06-01' = {
  name: 'privatelink.vaultcore.azure.net'
  location: 'global'
}

resource vaultZoneLink 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2020-06-01' = {
  parent: vaultZone
  name: 'network'
  location: 'global'
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: network.id
    }
  }
}

resource vaultDoor 'Microsoft.Network/privateEndpoints@2024-01-01' = {
  name: '${name}-vault'
  location: location
  properties: {
    subnet: {
      id: '${network.id}/subnets/vault'
    }
    privateLinkServiceConnections: [
      {
        name: 'vault'
        properties: {
          privateLinkServiceId: vault.id
          groupIds: [
            'vault'
          ]
        }
      }
    ]
  }
}

resource vaultName 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-01-01' = {
  parent: vaultDoor
  name: 'vault'
  properties: {
    privateDnsZoneConfigs: [
      {
        name: 'vault'
        properties: {
          privateDnsZoneId: vaultZone.id
        }
      }
    ]
  }
}

resource databaseUrl 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  // checkov:skip=CKV_AZURE_41: it ends when the password is changed, which is a deployment
  parent: vault
  name: 'companion-database-url'
  properties: {
    contentType: 'text/plain'
    attributes: {
      enabled: true
    }
    value: 'postgresql://${databaseOwner}:${databasePassword}@${database.properties.fullyQualifiedDomainName}:5432/${databaseName}?sslmode=require'
  }
}

resource certificate 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (hasRegistration) {
  // checkov:skip=CKV_AZURE_41: the certificate has an end of its own, of which `companion doctor` warns
  // checkov:skip=CKV_AZURE_114: it is set below; the checker does not see it in a conditional resource
  parent: vault
  name: 'companion-certificate'
  properties: {
    contentType: 'application/x-pem-file'
    attributes: {
      enabled: true
    }
    value: clientCertificate
  }
}

resource mayReadSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, identity.id, secretsUser)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: secretsUser
  }
}

resource apps 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: '${name}-apps'
  location: location
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: logs.properties.customerId
        sharedKey: logs.listKeys().primarySharedKey
      }
    }
    vnetConfiguration: {
      infrastructureSubnetId: '${network.id}/subnets/apps'
      internal: false
    }
    workloadProfiles: [
      {
        name: 'Consumption'
        workloadProfileType: 'Consumption'
      }
    ]
    zoneRedundant: isZoneRedundant
  }
}

var registries = empty(registryServer) ? [] : [
  {
    server: registryServer
    identity: identity.id
  }
]
var urlSecret = {
  name: 'companion-database-url'
  keyVaultUrl: '${vault.properties.vaultUri}secrets/companion-database-url'
  identity: identity.id
}
var certificateSecret = {
  name: 'companion-certificate'
  keyVaultUrl: '${vault.properties.vaultUri}secrets/companion-certificate'
  identity: identity.id
}
var secrets = hasRegistration ? [
  urlSecret
  certificateSecret
] : [
  urlSecret
]
var settings = [
  {
    name: 'COMPANION_DATABASE_URL'
    secretRef: 'companion-database-url'
  }
  {
    name: 'COMPANION_TENANT_ID'
    value: tenantId
  }
  {
    name: 'COMPANION_CLIENT_ID'
    value: hasRegistration ? clientId : identity.properties.clientId
  }
  {
    name: hasRegistration ? 'COMPANION_CLIENT_CERTIFICATE' : 'COMPANION_MANAGED_IDENTITY_ID'
    value: hasRegistration ? '/mnt/companion/certificate.pem' : identity.properties.clientId
  }
  {
    name: 'COMPANION_PUBLIC_URL'
    value: address
  }
  {
    name: 'COMPANION_PEOPLE_GROUP'
    value: peopleGroup
  }
]
var volumes = hasRegistration ? [
  {
    name: 'certificate'
    storageType: 'Secret'
    secrets: [
      {
        secretRef: 'companion-certificate'
        path: 'certificate.pem'
      }
    ]
  }
] : []
var mounts = hasRegistration ? [
  {
    volumeName: 'certificate'
    mountPath: '/mnt/companion'
  }
] : []

resource door 'Microsoft.App/containerApps@2024-03-01' = {
  name: doorName
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    environmentId: apps.id
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        targetPort: 3978
        transport: 'http'
        allowInsecure: false
      }
      registries: registries
      secrets: secrets
    }
    template: {
      terminationGracePeriodSeconds: 30
      containers: [
        {
          name: 'door'
          image: image
          args: [
            'serve'
            '--no-worker'
          ]
          env: settings
          resources: {
            cpu: json('0.5')
            memory: '1Gi'
          }
          volumeMounts: mounts
          probes: [
            {
              type: 'Startup'
              httpGet: {
                path: '/healthz'
                port: 3978
              }
              periodSeconds: 3
              failureThreshold: 40
            }
            {
              type: 'Liveness'
              httpGet: {
                path: '/healthz'
                port: 3978
              }
              periodSeconds: 15
              failureThreshold: 4
            }
            {
              type: 'Readiness'
              httpGet: {
                path: '/readyz'
                port: 3978
              }
              periodSeconds: 5
              timeoutSeconds: 5
              failureThreshold: 3
            }
          ]
        }
      ]
      scale: {
        minReplicas: doors
        maxReplicas: doors
      }
      volumes: volumes
    }
  }
  dependsOn: [
    mayReadSecrets
    databaseUrl
    certificate
    databaseItself
    vaultName
    vaultZoneLink
  ]
}

resource worker 'Microsoft.App/containerApps@2024-03-01' = {
  name: '${name}-worker'
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    environmentId: apps.id
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      registries: registries
      secrets: secrets
    }
    template: {
      terminationGracePeriodSeconds: 30
      containers: [
        {
          name: 'worker'
          image: image
          args: [
            'worker'
          ]
          env: settings
          resources: {
            cpu: json('1.0')
            memory: '2Gi'
          }
          volumeMounts: mounts
        }
      ]
      scale: {
        minReplicas: workers
        maxReplicas: workers
      }
      volumes: volumes
    }
  }
  dependsOn: [
    door
  ]
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: '${name}-bot-${suffix}'
  location: 'global'
  kind: 'azurebot'
  sku: {
    name: 'S1'
  }
  properties: {
    displayName: 'Client Companion'
    endpoint: '${address}/api/messages'
    msaAppId: hasRegistration ? clientId : identity.properties.clientId
    msaAppMSIResourceId: hasRegistration ? null : identity.id
    msaAppTenantId: tenantId
    msaAppType: hasRegistration ? 'SingleTenant' : 'UserAssignedMSI'
    disableLocalAuth: true
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
  }
}

@description('Where the door is: for the package (COMPANION_PUBLIC_URL) and for a domain of your own.')
output doorAddress string = address

@description('What COMPANION_CLIENT_ID is.')
output clientId string = hasRegistration ? clientId : identity.properties.clientId

@description('The identity that needs the permissions of step 5 where no app registration is used, and AcrPull on your registry.')
output identityPrincipalId string = identity.properties.principalId
