// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/link.h"

#include <QDialog>

namespace shell {

/// The certificate the server shows, for somebody at another machine to compare.
class CertificateSheet final : public QDialog
{
    Q_OBJECT
public:
    explicit CertificateSheet(const client::Link &link, QWidget *parent = nullptr);
};

} // namespace shell
