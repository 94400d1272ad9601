// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>

namespace architecture {

/// The rooms and arrows of architecture §3, and what a source file's includes say about them.
class House
{
public:
    /// `top`: the folder that holds app, server and widgets.
    explicit House(const QString &top);

    /// The room a file belongs to, by its path below the top folder ("server/core/event.h" → "core"); empty:
    /// none.
    [[nodiscard]] QString roomOf(const QString &path) const;
    /// The room an include names ("domain/metrics/service.h" → "domain/metrics"); empty: a system header.
    [[nodiscard]] QString roomOfInclude(const QString &include) const;
    [[nodiscard]] QSet<QString> arrowsFrom(const QString &room) const { return m_arrows.value(room); }
    [[nodiscard]] QStringList rooms() const { return m_arrows.keys(); }
    /// Sentences for every include of `source` that no arrow allows.
    [[nodiscard]] QStringList faults(const QString &path, const QByteArray &source) const;
    /// Sentences for every link line of a CMakeLists.txt that is no arrow.
    [[nodiscard]] QStringList linkFaults(const QByteArray &cmake) const;

private:
    void draw(const QString &room, const QStringList &to);
    void drawNetwork(const QStringList &base);
    void drawModules();
    [[nodiscard]] bool mayUse(const QString &room, const QString &module) const;
    [[nodiscard]] QString systemFault(const QString &path, const QString &include) const;

    QString m_top;
    QMap<QString, QSet<QString>> m_arrows;
    QMap<QString, QSet<QString>> m_modules; ///< room → the parts of Qt it may use besides Core
    QMap<QString, QString> m_libraries;     ///< CMake target → room
};

} // namespace architecture
