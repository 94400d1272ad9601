// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/alertcommands.h"
#include "client/mirror.h"

#include <QHash>
#include <QTimer>

#include <vector>

namespace client {

/// The alerts that are not over, and as many of those that are as somebody looked at: loaded in pages, kept
/// up by facts, caught up with after a reconnect.
class Alerts final : public QObject
{
    Q_OBJECT
public:
    /// Which of those that are over somebody wants to see.
    struct Past
    {
        QString text;
        int leastSeverity = 1;
        friend bool operator==(const Past &, const Past &) = default;
    };

    explicit Alerts(Mirror &mirror, QObject *parent = nullptr);
    ~Alerts() override;

    /// In no order. Each keeps its place until `reset`, also when it is over.
    [[nodiscard]] const std::vector<alerts::Alert> &all() const { return m_all; }
    /// -1: not known.
    [[nodiscard]] int placeOf(const QString &id) const { return m_places.value(id, -1); }
    [[nodiscard]] const alerts::Alert *find(const QString &id) const;
    /// Whether it stands for itself: it is no part of another that is not over.
    [[nodiscard]] bool isRoot(const alerts::Alert &alert) const;
    [[nodiscard]] bool isMine(const alerts::Alert &alert) const;
    /// What the one who is signed in is called where alerts are given to people.
    [[nodiscard]] QString myName() const;

    [[nodiscard]] const alerts::AlertCounts &counts() const { return m_counts; }
    /// Of those that stand for themselves.
    [[nodiscard]] int mine() const { return m_mine; }
    /// Of those that are open; 0: none is.
    [[nodiscard]] int worst() const { return m_worst; }
    /// When the first of what is silenced is heard again.
    [[nodiscard]] const std::optional<QDateTime> &silencedUntil() const { return m_silencedUntil; }

    /// True once a whole list was heard.
    [[nodiscard]] bool isKnown() const { return m_isKnown; }
    /// Why the list could not be had, for people; empty when it could.
    [[nodiscard]] const QString &trouble() const { return m_trouble; }
    [[nodiscard]] Mirror &mirror() const { return m_mirror; }

    /// Looks for those that are over; the same again does nothing.
    void lookBack(const Past &past);
    void loadOlder();
    [[nodiscard]] bool hasOlder() const { return m_hasOlder; }
    /// How many are over as far as the server was asked.
    [[nodiscard]] int past() const { return m_pastCount; }

    /// Alerts as a command answered them.
    void take(const QList<alerts::Alert> &alerts);

Q_SIGNALS:
    /// The whole list is another, or could not be had.
    void reset();
    /// Those at these places are new, or not as they were; at most fifty times a second, and four where that
    /// takes its time.
    void changed(const QList<int> &places);
    /// Came just now and is open; told before `changed`.
    void raised(const alerts::Alert &alert);

private:
    void reload();
    void askPage();
    void askPast();
    void hear(const QList<core::Event> &events);
    int put(const alerts::Alert &alert);
    void tell();
    void count();
    void tidy();

    Mirror &m_mirror;
    std::vector<alerts::Alert> m_all;
    QHash<QString, int> m_places;
    alerts::AlertCounts m_counts;
    int m_mine = 0;
    int m_worst = 0;
    std::optional<QDateTime> m_silencedUntil;
    QList<int> m_untold;
    QTimer m_pace;
    QList<alerts::Alert> m_noted; ///< what facts said while pages were loaded
    std::vector<alerts::Alert> m_pages;
    int m_leaving = 0; ///< how many left the list while it was loaded: what follows moved up
    std::optional<Past> m_past;
    int m_pastAt = 0;
    int m_pastCount = 0;
    QString m_trouble;
    quint64 m_round = 0; ///< of asking; an answer to an earlier one is of no use
    quint64 m_pastRound = 0;
    bool m_isLoading = false;
    bool m_isKnown = false;
    bool m_hasOlder = false;
    bool m_isAskingPast = false;
    bool m_wasLive = false;
};

} // namespace client
