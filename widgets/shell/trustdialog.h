// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/trust.h"

#include <QDialog>

namespace kit {
class Banner;
} // namespace kit

namespace shell {

/// Asks whether a server met for the first time is the right one, by its fingerprint. Accepted once that is
/// remembered.
class TrustDialog final : public QDialog
{
    Q_OBJECT
public:
    TrustDialog(client::Trust &trust, const client::Stranger &stranger, QWidget *parent = nullptr);

    [[nodiscard]] const client::Stranger &stranger() const { return m_stranger; }

private:
    void submit();

    client::Trust &m_trust;
    const client::Stranger m_stranger;
    kit::Banner *m_error;
};

} // namespace shell
