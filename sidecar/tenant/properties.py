"""The names of the properties Graph's types have, for `$select` and for bodies that are written."""

from __future__ import annotations

from typing import Final


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


EVENT: Final = _names(
    """
    id categories changeKey createdDateTime lastModifiedDateTime allowNewTimeProposals attendees body bodyPreview
    cancelledOccurrences end hasAttachments hideAttendees iCalUId importance isAllDay isCancelled isDraft
    isOnlineMeeting isOrganizer isReminderOn location locations onlineMeeting onlineMeetingProvider
    onlineMeetingUrl organizer originalEndTimeZone originalStart originalStartTimeZone recurrence
    reminderMinutesBeforeStart responseRequested responseStatus sensitivity seriesMasterId showAs start subject
    transactionId type webLink
    """
)

WRITABLE: Final = _names(
    """
    allowNewTimeProposals attendees body categories end hideAttendees importance isAllDay isOnlineMeeting
    isReminderOn location locations onlineMeetingProvider recurrence reminderMinutesBeforeStart responseRequested
    sensitivity showAs start subject transactionId
    """
)

USER: Final = _names(
    """
    id aboutMe accountEnabled ageGroup assignedLicenses assignedPlans birthday businessPhones city companyName
    country createdDateTime creationType deletedDateTime department displayName employeeHireDate employeeId
    employeeType externalUserState faxNumber givenName hireDate identities imAddresses interests isResourceAccount
    jobTitle legalAgeGroupClassification mail mailboxSettings mailNickname mobilePhone mySite officeLocation
    onPremisesSyncEnabled otherMails postalCode preferredLanguage preferredName proxyAddresses securityIdentifier
    showInAddressList state streetAddress surname usageLocation userPrincipalName userType
    """
)

MAILBOX_SETTINGS: Final = _names(
    """
    archiveFolder automaticRepliesSetting dateFormat delegateMeetingMessageDeliveryOptions language timeFormat
    timeZone userPurpose workingHours
    """
)

ORGANIZATION: Final = _names(
    """
    id assignedPlans businessPhones city country countryLetterCode createdDateTime defaultUsageLocation
    deletedDateTime displayName marketingNotificationEmails onPremisesSyncEnabled partnerTenantType postalCode
    preferredLanguage privacyProfile provisionedPlans state street technicalNotificationMails tenantType
    verifiedDomains
    """
)

MESSAGE: Final = _names(
    """
    id bccRecipients body bodyPreview categories ccRecipients changeKey conversationId conversationIndex
    createdDateTime flag from hasAttachments importance inferenceClassification internetMessageHeaders
    internetMessageId isDeliveryReceiptRequested isDraft isRead isReadReceiptRequested lastModifiedDateTime
    parentFolderId receivedDateTime replyTo sender sentDateTime subject toRecipients uniqueBody webLink
    """
)

ATTACHMENT: Final = _names("id contentType isInline lastModifiedDateTime name size")

FILE_ATTACHMENT: Final = ATTACHMENT | _names("contentBytes contentId contentLocation")

EMPTY_LISTS: Final = _names(
    """
    assignedLicenses assignedPlans businessPhones cancelledOccurrences identities imAddresses interests
    marketingNotificationEmails otherMails provisionedPlans proxyAddresses technicalNotificationMails
    """
)
"""Lists: Graph gives them empty, never null, where it has nothing."""
