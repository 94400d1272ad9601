// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>

#include <optional>

namespace kit {

/// The moment that all charts of a page point at, or none; the charts share it, the page may show it.
class ChartCursor final : public QObject
{
    Q_OBJECT

public:
    explicit ChartCursor(QObject *parent = nullptr) : QObject(parent) {}

    [[nodiscard]] std::optional<qint64> at() const { return m_at; }
    /// Points at a moment in ms since the epoch; nullopt points at nothing.
    void moveTo(std::optional<qint64> at);

Q_SIGNALS:
    void moved();

private:
    std::optional<qint64> m_at;
};

} // namespace kit
