// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/seed.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace fuzz {

QByteArrayView Seed::take(qsizetype length)
{
    const QByteArrayView taken = m_rest.first(std::min(length, m_rest.size()));
    m_rest = m_rest.sliced(taken.size());
    return taken;
}

quint8 Seed::byte()
{
    const QByteArrayView taken = take(1);
    return taken.isEmpty() ? quint8(0) : quint8(taken.front());
}

quint64 Seed::number()
{
    quint64 number = 0;
    const QByteArrayView taken = take(sizeof number);
    std::copy(taken.begin(), taken.end(), reinterpret_cast<char *>(&number));
    return number;
}

QByteArray Seed::bytes() { return take(byte() % 32).toByteArray(); }

QString Seed::text() { return QString::fromUtf8(bytes()); }

QJsonValue Seed::json(int depth)
{
    const int kinds = depth > 0 ? 8 : 6;
    switch (byte() % kinds) {
    case 0:
        return QJsonValue::Null;
    case 1:
        return byte() % 2 == 0;
    case 2:
        return qint8(byte());
    case 3:
        return qint64(number());
    case 4: {
        const quint64 bits = number();
        double real = 0;
        std::memcpy(&real, &bits, sizeof real);
        return std::isfinite(real) ? real : 0.5;
    }
    case 5:
        return text();
    case 6:
        return array(depth - 1);
    default:
        return object(depth - 1);
    }
}

QJsonArray Seed::array(int depth)
{
    QJsonArray array;
    for (int left = byte() % 4; left > 0; --left)
        array.append(json(depth));
    return array;
}

QJsonObject Seed::object(int depth)
{
    QJsonObject object;
    for (int left = byte() % 4; left > 0; --left) {
        const QString key = text();
        object.insert(key == QLatin1String("_placeholder") ? QString() : key, json(depth));
    }
    return object;
}

namespace {
QString withoutMark(const QString &text)
{
    const auto first =
        std::find_if(text.begin(), text.end(), [](QChar each) { return each != QChar::ByteOrderMark; });
    return text.mid(first - text.begin());
}

QVariant withoutMarks(const QJsonValue &value)
{
    if (value.isString())
        return withoutMark(value.toString());
    if (value.isArray()) {
        QVariantList list;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &each : array)
            list.append(withoutMarks(each));
        return list;
    }
    if (!value.isObject())
        return value.toVariant();
    QVariantMap map;
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member)
        map.insert(withoutMark(member.key()), withoutMarks(member.value()));
    return map;
}
} // namespace

bool isSameJson(const QJsonValue &one, const QJsonValue &other)
{
    return one == other || withoutMarks(one) == withoutMarks(other);
}

} // namespace fuzz
