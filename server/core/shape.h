// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/payload.h"

namespace core {

/// What the house knows of a shape of JSON: its schema, its check, its re-spelling.
class Shape
{
public:
    /// Of a described type, whose codec it is.
    explicit Shape(const RecordCodec &codec) : m_codec(&codec) {}

    [[nodiscard]] QJsonObject schema(NameCase nameCase) const { return m_codec->schema(nameCase); }
    /// Decodes what is written in the given spelling; answers the value. Errors: Invalid.
    [[nodiscard]] Result<Payload> read(const QJsonValue &json, NameCase nameCase) const;
    /// The same for what may be the value already, which then is only checked.
    [[nodiscard]] Result<Payload> accept(const Payload &payload) const;
    /// Writes a canonical object in the given spelling, through the type, so that map keys stay as they are.
    [[nodiscard]] QJsonObject write(const QJsonObject &canonical, NameCase nameCase) const;

private:
    const RecordCodec *m_codec;
};

} // namespace core
