// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/jsontext.h"
#include "core/where.h"

#include <memory>

// What is done with described values is code that does not know their types: a type has one codec, made of
// its list of fields. Templates that unfold for every field of every type would do the same, at 2 GB and
// minutes of a compiler's time for a catalogue like ours.

namespace core {

/// How the values of one type are written to JSON, read from it, checked and described. A value is handed
/// over as its address.
class Codec
{
public:
    Codec() = default;
    virtual ~Codec() = default;
    Q_DISABLE_COPY_MOVE(Codec)

    /// The wire form; field names in `nameCase`, map keys as they are.
    [[nodiscard]] virtual QJsonValue toJson(const void *value, NameCase nameCase) const = 0;
    /// The same as text.
    virtual void write(JsonText &out, const void *value, NameCase nameCase) const = 0;
    /// Decodes into a value that was made by its type's constructor. Unknown members are passed over, so that
    /// newer peers are understood. Errors: Invalid, with the path ("data.options.timeout: expected a
    /// number").
    virtual std::optional<Error> read(void *value, const QJsonValue &json, NameCase nameCase,
                                      const Where &where) const = 0;
    /// What `read` would find wrong with a value that never was JSON.
    [[nodiscard]] virtual std::optional<Error> flawOf(const void * /*value*/, const Where & /*where*/) const
    {
        return std::nullopt;
    }
    /// Checks a value against the limits its field declares.
    [[nodiscard]] virtual std::optional<Error> excessOf(const void * /*value*/, const Limits & /*limits*/,
                                                        const Where & /*where*/) const
    {
        return std::nullopt;
    }
    /// JSON Schema (2020-12 vocabulary) of what `read` accepts and `toJson` writes.
    [[nodiscard]] virtual QJsonObject schema(NameCase nameCase) const = 0;
    /// It need not be there.
    [[nodiscard]] virtual bool isOptional() const { return false; }
    [[nodiscard]] virtual bool isThere(const void * /*value*/) const { return true; }
};

/// The codec of a described type.
class RecordCodec final : public Codec
{
public:
    using Make = std::shared_ptr<void> (*)();

    RecordCodec(Fields fields, Make make) : m_fields(std::move(fields)), m_make(make) {}

    /// A new value, as its type's constructor makes it.
    [[nodiscard]] std::shared_ptr<void> make() const { return m_make(); }
    [[nodiscard]] QJsonObject object(const void *value, NameCase nameCase) const;
    /// The members of a value, into an object that has been begun.
    void writeMembers(JsonText &out, const void *value, NameCase nameCase) const;
    /// One member, by its canonical name; undefined when there is none of this name.
    [[nodiscard]] QJsonValue member(const void *value, QLatin1String name, NameCase nameCase) const;

    [[nodiscard]] QJsonValue toJson(const void *value, NameCase nameCase) const override;
    void write(JsonText &out, const void *value, NameCase nameCase) const override;
    std::optional<Error> read(void *value, const QJsonValue &json, NameCase nameCase,
                              const Where &where) const override;
    [[nodiscard]] std::optional<Error> flawOf(const void *value, const Where &where) const override;
    [[nodiscard]] QJsonObject schema(NameCase nameCase) const override;

private:
    Fields m_fields;
    Make m_make;
};

} // namespace core
