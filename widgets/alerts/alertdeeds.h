// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/silences.h"
#include "client/alerts.h"

#include <functional>

class QWidget;

namespace kit {
class Toast;
class ToastArea;
} // namespace kit

namespace alerts {

/// What people do to alerts: told to the server, said to be done, and for a moment to be taken back.
class AlertDeeds final : public QObject
{
    Q_OBJECT
public:
    using Then = std::function<void()>;

    AlertDeeds(client::Alerts &alerts, kit::ToastArea &toasts, QObject *parent);

    [[nodiscard]] client::Alerts &alerts() const { return m_alerts; }
    /// Why nothing can be done now; empty: it can.
    [[nodiscard]] QString whyNot() const;
    void acknowledge(const QStringList &ids, const QString &note = {},
                     const std::optional<QDateTime> &until = {});
    void unacknowledge(const QStringList &ids);
    /// Empty: to nobody.
    void assign(const QStringList &ids, const QString &who);
    void resolve(const QStringList &ids);
    void reopen(const QStringList &ids);
    void fold(const QStringList &ids, const QString &into);
    void unfold(const QStringList &ids);
    void comment(const QString &id, const QString &text, const Then &then = {});
    /// `refused` is told why not; otherwise it is said to be done, and `then` is called.
    void silence(const SetSilence &command, const std::optional<Silence> &before, const Then &then,
                 const std::function<void(const QString &)> &refused);
    void endSilence(const Silence &silence);
    void setWindow(const SetWindow &command, const Then &then,
                   const std::function<void(const QString &)> &refused);
    void removeWindow(const MaintenanceWindow &window);
    /// Takes the last deed back while its word is still seen. False: there is none.
    bool undo();
    [[nodiscard]] bool canUndo() const { return m_undo != nullptr; }

Q_SIGNALS:
    /// What the server refused, in its words.
    void refused(const QString &why);
    /// Something was done, or taken back.
    void done();

private:
    template <class Command>
    void send(const Command &command, const QStringList &ids, const Then &then);
    /// The same with what is said when it is done, and how it is taken back.
    template <class Command>
    void send(const Command &command, const QStringList &ids, const QString &said, const Then &undo);
    void say(const QString &said, const Then &undo);
    void sayUndone();
    /// Those of them that are in one of these states.
    [[nodiscard]] QStringList in(const QStringList &ids, const QList<AlertState> &states) const;
    /// Acknowledges them again as they were.
    [[nodiscard]] Then acknowledgingAgain(const QStringList &ids);
    /// "A-17", or how many.
    [[nodiscard]] QString named(const QStringList &ids) const;

    client::Alerts &m_alerts;
    kit::ToastArea &m_toasts;
    Then m_undo;
    kit::Toast *m_toast = nullptr; ///< that says what can be taken back
};

} // namespace alerts
