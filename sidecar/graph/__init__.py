"""Microsoft Graph, through the SDK's builders, credentials and errors; answers are taken as bytes."""
