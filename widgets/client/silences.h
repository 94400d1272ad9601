// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/silences.h"
#include "client/mirror.h"

namespace client {

/// The silences and the maintenance windows, asked for again whenever one of them is not as it was.
class Silences final : public QObject
{
    Q_OBJECT
public:
    explicit Silences(Mirror &mirror, QObject *parent = nullptr);
    ~Silences() override;

    /// Those in force first, the one that ends first before the others; then those that are over.
    [[nodiscard]] const QList<alerts::Silence> &silences() const { return m_silences; }
    /// The next one first; those that do not come again last.
    [[nodiscard]] const QList<alerts::MaintenanceWindow> &windows() const { return m_windows; }
    [[nodiscard]] const alerts::Silence *silence(const QString &id) const;
    [[nodiscard]] const alerts::MaintenanceWindow *window(const QString &id) const;
    [[nodiscard]] bool isKnown() const { return m_isKnown; }
    /// Why they could not be had, for people; empty when they could.
    [[nodiscard]] const QString &trouble() const { return m_trouble; }
    [[nodiscard]] Mirror &mirror() const { return m_mirror; }
    /// Asks for them while somebody looks.
    void setWatched(bool watched);
    void refresh();

Q_SIGNALS:
    void changed();

private:
    Mirror &m_mirror;
    QList<alerts::Silence> m_silences;
    QList<alerts::MaintenanceWindow> m_windows;
    QString m_trouble;
    quint64 m_round = 0; ///< of asking; an answer to an earlier one is of no use
    bool m_isKnown = false;
    bool m_isWatched = false;
    bool m_isDue = true; ///< not asked since something changed
};

} // namespace client
