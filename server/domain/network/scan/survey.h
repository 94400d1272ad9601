// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"
#include "domain/network/scan/abilities.h"
#include "domain/network/scan/helperlink.h"

#include <QObject>
#include <QProcess>

namespace network::scan {

/// Finds out what this machine can do for a scan: which nmap there is, and whether the helper answers.
class Survey final : public QObject
{
    Q_OBJECT
public:
    /// `helper`: the path of its socket; empty: there is none. `folders`: where nmap may be; empty: /usr/bin,
    /// /usr/local/bin, /bin.
    Survey(core::Clock &clock, const QString &helper, const QStringList &folders = {},
           QObject *parent = nullptr);
    ~Survey() override;

    /// Answers by `seen`, each time anew; while it looks, it is not begun again.
    void look();
    [[nodiscard]] const Abilities &abilities() const { return m_abilities; }

Q_SIGNALS:
    void seen(const network::scan::Abilities &abilities);

private:
    void lookForNmap();
    void lookForHelper();
    void hear(const QByteArray &bytes);
    void noHelper(const QString &why);
    void done();
    void giveUp();

    core::Clock &m_clock;
    const QString m_helper;
    const QStringList m_folders;
    QProcess m_nmap;
    HelperLink m_link;
    QByteArray m_greeting;
    Abilities m_found;
    Abilities m_abilities;
    int m_open = 0; ///< of the two answers
    std::unique_ptr<core::Timer> m_patience;
};

} // namespace network::scan
