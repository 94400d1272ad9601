// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/codec.h"

#include <utility>

namespace core {

/// What may be there or not.
class OptionalCodec : public Codec
{
public:
    explicit OptionalCodec(const Codec &item) : m_item(item) {}

    [[nodiscard]] QJsonValue toJson(const void *value, NameCase nameCase) const override;
    void write(JsonText &out, const void *value, NameCase nameCase) const override;
    std::optional<Error> read(void *value, const QJsonValue &json, NameCase nameCase,
                              const Where &where) const override;
    [[nodiscard]] std::optional<Error> flawOf(const void *value, const Where &where) const override;
    [[nodiscard]] std::optional<Error> excessOf(const void *value, const Limits &limits,
                                                const Where &where) const override;
    [[nodiscard]] QJsonObject schema(NameCase nameCase) const override { return m_item.schema(nameCase); }
    [[nodiscard]] bool isOptional() const override { return true; }
    [[nodiscard]] bool isThere(const void *value) const override { return held(value) != nullptr; }

protected:
    /// What it holds; null: nothing.
    [[nodiscard]] virtual const void *held(const void *value) const = 0;
    /// Lets it hold a new one.
    virtual void *emplace(void *value) const = 0;

private:
    const Codec &m_item;
};

template <class T>
class OptionalOfCodec final : public OptionalCodec
{
public:
    using OptionalCodec::OptionalCodec;

protected:
    [[nodiscard]] const void *held(const void *value) const override
    {
        const auto &optional = *static_cast<const std::optional<T> *>(value);
        return optional ? &*optional : nullptr;
    }
    void *emplace(void *value) const override { return &static_cast<std::optional<T> *>(value)->emplace(); }
};

/// A list; excess: items.
class ListCodec : public Codec
{
public:
    explicit ListCodec(const Codec &item) : m_item(item) {}

    [[nodiscard]] QJsonValue toJson(const void *value, NameCase nameCase) const override;
    void write(JsonText &out, const void *value, NameCase nameCase) const override;
    std::optional<Error> read(void *value, const QJsonValue &json, NameCase nameCase,
                              const Where &where) const override;
    [[nodiscard]] std::optional<Error> flawOf(const void *value, const Where &where) const override;
    [[nodiscard]] std::optional<Error> excessOf(const void *value, const Limits &limits,
                                                const Where &where) const override;
    [[nodiscard]] QJsonObject schema(NameCase nameCase) const override;

protected:
    [[nodiscard]] virtual qsizetype size(const void *list) const = 0;
    [[nodiscard]] virtual const void *at(const void *list, qsizetype index) const = 0;
    virtual void clear(void *list) const = 0;
    virtual void *append(void *list) const = 0;

private:
    const Codec &m_item;
};

template <class T>
class ListOfCodec final : public ListCodec
{
public:
    using ListCodec::ListCodec;

protected:
    [[nodiscard]] qsizetype size(const void *list) const override { return of(list).size(); }
    [[nodiscard]] const void *at(const void *list, qsizetype index) const override
    {
        return &of(list).at(index);
    }
    void clear(void *list) const override { static_cast<QList<T> *>(list)->clear(); }
    void *append(void *list) const override { return &static_cast<QList<T> *>(list)->emplaceBack(); }

private:
    static const QList<T> &of(const void *list) { return *static_cast<const QList<T> *>(list); }
};

/// Values by name.
class MapCodec : public Codec
{
public:
    explicit MapCodec(const Codec &item) : m_item(item) {}

    [[nodiscard]] QJsonValue toJson(const void *value, NameCase nameCase) const override;
    void write(JsonText &out, const void *value, NameCase nameCase) const override;
    std::optional<Error> read(void *value, const QJsonValue &json, NameCase nameCase,
                              const Where &where) const override;
    [[nodiscard]] std::optional<Error> flawOf(const void *value, const Where &where) const override;
    [[nodiscard]] QJsonObject schema(NameCase nameCase) const override;

protected:
    using Entry = std::pair<QString, const void *>;

    [[nodiscard]] virtual std::vector<Entry> entries(const void *map) const = 0;
    virtual void clear(void *map) const = 0;
    virtual void *insert(void *map, const QString &key) const = 0;

private:
    const Codec &m_item;
};

template <class T>
class MapOfCodec final : public MapCodec
{
public:
    using MapCodec::MapCodec;

protected:
    [[nodiscard]] std::vector<Entry> entries(const void *map) const override
    {
        const auto &values = *static_cast<const QMap<QString, T> *>(map);
        std::vector<Entry> entries;
        entries.reserve(std::size_t(values.size()));
        for (auto it = values.begin(); it != values.end(); ++it)
            entries.emplace_back(it.key(), &it.value());
        return entries;
    }
    void clear(void *map) const override { static_cast<QMap<QString, T> *>(map)->clear(); }
    void *insert(void *map, const QString &key) const override
    {
        return &*static_cast<QMap<QString, T> *>(map)->insert(key, T{});
    }
};

} // namespace core
