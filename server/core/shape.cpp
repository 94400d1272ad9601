// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/shape.h"

namespace core {

Result<Payload> Shape::read(const QJsonValue &json, NameCase nameCase) const
{
    const std::shared_ptr<void> value = m_codec->make();
    if (auto wrong = m_codec->read(value.get(), json, nameCase, QStringLiteral("data")))
        return *std::move(wrong);
    return Payload(value, *m_codec);
}

Result<Payload> Shape::accept(const Payload &payload) const
{
    const void *value = payload.get(*m_codec);
    if (value == nullptr)
        return read(payload.json(), NameCase::Snake);
    if (auto flaw = m_codec->flawOf(value, QStringLiteral("data")))
        return *std::move(flaw);
    return payload;
}

QJsonObject Shape::write(const QJsonObject &canonical, NameCase nameCase) const
{
    const std::shared_ptr<void> value = m_codec->make();
    if (m_codec->read(value.get(), canonical, NameCase::Snake, QStringLiteral("data")))
        return canonical;
    return m_codec->object(value.get(), nameCase);
}

} // namespace core
