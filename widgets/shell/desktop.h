// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>
#include <QString>

namespace shell {

/// What the desktop tells outside of the window.
struct PopUp
{
    QString title;         ///< plain text
    QString body;          ///< plain text
    bool isUrgent = false; ///< stays until somebody looks, and breaks through "do not disturb"
    bool mayAcknowledge = false;
    QString sound = {}; ///< as the freedesktop sound theme calls it; empty: none
};

/// The desktop around the window: one pop-up at a time, which the next one replaces.
class Desktop : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void show(const PopUp &popUp) = 0;
    /// Takes the pop-up away that is shown; there may be none.
    virtual void withdraw() = 0;
    /// Whether the sound of a pop-up is played there.
    [[nodiscard]] virtual bool isHeard() const = 0;

Q_SIGNALS:
    /// Somebody wants to see what it was about.
    void opened();
    void acknowledged();
    /// It shows no pop-ups, so nobody saw this one.
    void unseen(const shell::PopUp &popUp);
};

} // namespace shell
