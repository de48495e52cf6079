"""What mails tell: promises, signatures, absences, the last exchange with somebody."""
