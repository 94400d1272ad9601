// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exposition.h"

#include <cmath>
#include <limits>

namespace engine {

namespace {
QByteArray labelText(const QString &value)
{
    QByteArray text = value.toUtf8();
    text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    return text;
}

QByteArray valueText(double value)
{
    if (std::isnan(value))
        return "NaN";
    if (std::isinf(value))
        return value > 0 ? "+Inf" : "-Inf";
    return QByteArray::number(value, 'g', std::numeric_limits<double>::max_digits10);
}
} // namespace

void Exposition::family(const char *name, const char *help, const char *type)
{
    m_name = name;
    m_text += "# HELP " + m_name + ' ' + help + "\n# TYPE " + m_name + ' ' + type + '\n';
}

void Exposition::add(double value, Labels labels)
{
    m_text += m_name;
    const char *before = "{";
    for (const auto &[name, text] : labels) {
        m_text += before + QByteArray(name) + "=\"" + labelText(text) + '"';
        before = ",";
    }
    if (labels.size() > 0)
        m_text += '}';
    m_text += ' ' + valueText(value) + '\n';
}

} // namespace engine
