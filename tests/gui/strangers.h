// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/trust.h"

#include <QSslCertificate>
#include <QSslError>

/// A server called atlas that shows one of two certificates nobody vouches for. No key goes with them.
struct Atlas
{
    /// What Trust says when it is met.
    core::Result<void> meet(client::Trust &trust) const
    {
        return trust.judge(address, shown, {QSslError(QSslError::SelfSignedCertificate, shown)});
    }

    const QSslCertificate first{
        QByteArrayLiteral("-----BEGIN CERTIFICATE-----\n"
                          "MIIBhjCCAS2gAwIBAgIUFgguSKiX1pTracp4W5XU+KUqd/gwCgYIKoZIzj0EAwIw\n"
                          "EDEOMAwGA1UEAwwFYXRsYXMwHhcNMjYxMTIxMTkyNzAwWhcNMzYxMTE4MTkyNzAw\n"
                          "WjAQMQ4wDAYDVQQDDAVhdGxhczBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABMlg\n"
                          "2xTXvOnws7IbfVFCmp5I8uPTibVhCOZxeak0U2jQVLUG8QnW2P26EL4VZvbQlFlR\n"
                          "On9Zg24Y+sU5NSvQE0qjZTBjMB0GA1UdDgQWBBS8n319SFTYNE7o5f13kIqMsKpw\n"
                          "NjAfBgNVHSMEGDAWgBS8n319SFTYNE7o5f13kIqMsKpwNjAPBgNVHRMBAf8EBTAD\n"
                          "AQH/MBAGA1UdEQQJMAeCBWF0bGFzMAoGCCqGSM49BAMCA0cAMEQCIHkWgs2ENj2t\n"
                          "cUq2D8wFP303kGDL/R4qzvtBToAJd9uPAiALHOjdzOjW8cLByH8Hw61W3QXYMXEV\n"
                          "1LqAB8sj+smNNw==\n"
                          "-----END CERTIFICATE-----\n")};
    const QSslCertificate second{
        QByteArrayLiteral("-----BEGIN CERTIFICATE-----\n"
                          "MIIBiDCCAS2gAwIBAgIUbjHd2KFW2u15PblPGZYxKh2vjJIwCgYIKoZIzj0EAwIw\n"
                          "EDEOMAwGA1UEAwwFYXRsYXMwHhcNMjYxMTIxMTkyNzAwWhcNMzYxMTE4MTkyNzAw\n"
                          "WjAQMQ4wDAYDVQQDDAVhdGxhczBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABBmc\n"
                          "JV/VgooVGoLMMQ54qL7flsVackJWOiyrJvn8n61QBNN7FdowRfQ4CzRgkJayga5b\n"
                          "hDLuXgwglRbn6kYgtYCjZTBjMB0GA1UdDgQWBBSUwfqIUBn+slxCFawO7Uz1w8UB\n"
                          "2TAfBgNVHSMEGDAWgBSUwfqIUBn+slxCFawO7Uz1w8UB2TAPBgNVHRMBAf8EBTAD\n"
                          "AQH/MBAGA1UdEQQJMAeCBWF0bGFzMAoGCCqGSM49BAMCA0kAMEYCIQDYd+86366x\n"
                          "g78iPsjoHiah70O8fhglVa9O83c//dE0egIhAKIW4HsQ96W7DC9+2gQmHrX0yexM\n"
                          "Weyw7krNwmu9oHY9\n"
                          "-----END CERTIFICATE-----\n")};
    QSslCertificate shown = first;
    const client::ServerAddress address =
        client::readServerAddress(QStringLiteral("https://atlas:8000")).value();
};
