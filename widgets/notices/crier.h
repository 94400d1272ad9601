// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/manners.h"
#include "client/notices.h"

#include <QWidget>

namespace kit {
class Banner;
class ToastArea;
} // namespace kit

namespace notices {

/// Tells what cannot wait until the bell is looked at, as far as somebody wants it: a strip for what is
/// critical, which stays until it is read, and a short word over the page for the others.
class Crier final : public QWidget
{
    Q_OBJECT
public:
    /// The strip is this widget; the short words are among `toasts`.
    Crier(client::Notices &notices, client::Manners &manners, kit::ToastArea &toasts,
          QWidget *parent = nullptr);

    /// What the strip says; empty while it is hidden.
    [[nodiscard]] QString text() const { return m_text; }

Q_SIGNALS:
    /// Somebody wants to see them all.
    void centreWanted();

private:
    void refresh();
    void say(const client::Notice &notice);
    [[nodiscard]] const client::Notice *worst() const;

    client::Notices &m_notices;
    client::Manners &m_manners;
    kit::Banner *m_banner;
    kit::ToastArea &m_toasts;
    QString m_shown; ///< the id of what the strip says
    QString m_text;
};

} // namespace notices
