// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QPair>
#include <QString>

#include <initializer_list>

namespace engine {

/// A page of readings in Prometheus' text exposition format 0.0.4.
class Exposition
{
public:
    static constexpr auto contentType = "text/plain; version=0.0.4; charset=utf-8";

    using Labels = std::initializer_list<QPair<const char *, QString>>;

    /// What follows are the readings of this family, until the next. A counter's name ends in "_total".
    void counter(const char *name, const char *help) { family(name, help, "counter"); }
    void gauge(const char *name, const char *help) { family(name, help, "gauge"); }
    void add(double value, Labels labels = {});

    [[nodiscard]] const QByteArray &text() const { return m_text; }

private:
    void family(const char *name, const char *help, const char *type);

    QByteArray m_text;
    QByteArray m_name;
};

} // namespace engine
