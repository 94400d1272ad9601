// SPDX-License-Identifier: GPL-3.0-or-later
// How the rows of the table of devices are put in order; what has no value
// comes last, whichever way.
#include "core/address.h"
#include "devices/devicetable.h"

#include <QCollator>

#include <algorithm>

namespace devices {

namespace {

template <class Key>
struct Sorted
{
    bool isBlank;
    Key key;
    int place;
};

template <class Key>
std::vector<int> placesOf(std::vector<Sorted<Key>> &&keys, Qt::SortOrder order)
{
    std::stable_sort(keys.begin(), keys.end(), [order](const auto &one, const auto &other) {
        if (one.isBlank || other.isBlank)
            return !one.isBlank && other.isBlank;
        return order == Qt::AscendingOrder ? one.key < other.key : other.key < one.key;
    });
    std::vector<int> places;
    places.reserve(keys.size());
    for (const auto &one : keys)
        places.push_back(one.place);
    return places;
}

} // namespace

void DeviceTable::sort(int column, Qt::SortOrder order)
{
    m_column = column < 0 || column >= ColumnCount ? int(Name) : column;
    m_sorting = order;
    settle();
}

void DeviceTable::arrange()
{
    if (m_column == Address)
        arrangeByAddress();
    else if (isCounted(m_column))
        arrangeByNumber();
    else
        arrangeByText();
}

void DeviceTable::arrangeByNumber()
{
    std::vector<Sorted<double>> keys;
    keys.reserve(m_rows.size());
    for (int place = 0; place < int(m_rows.size()); ++place) {
        const std::optional<double> number = columnNumber(m_rows[size_t(place)].entry, m_column);
        keys.push_back({!number, number.value_or(0), place});
    }
    m_order = placesOf(std::move(keys), m_sorting);
}

void DeviceTable::arrangeByAddress()
{
    std::vector<Sorted<core::Address>> keys;
    keys.reserve(m_rows.size());
    for (int place = 0; place < int(m_rows.size()); ++place) {
        const auto address = core::Address::parse(m_rows[size_t(place)].entry.addresses.value(0));
        keys.push_back({!address, address.value_or(core::Address()), place});
    }
    m_order = placesOf(std::move(keys), m_sorting);
}

void DeviceTable::arrangeByText()
{
    // host-2 before host-10, which the C locale cannot.
    QCollator collator(QLocale().language() == QLocale::C ? QLocale(QLocale::English) : QLocale());
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::vector<Sorted<QCollatorSortKey>> keys;
    keys.reserve(m_rows.size());
    for (int place = 0; place < int(m_rows.size()); ++place) {
        const QString text = columnText(m_rows[size_t(place)].entry, m_column, m_setting);
        keys.push_back({text.isEmpty(), collator.sortKey(text), place});
    }
    m_order = placesOf(std::move(keys), m_sorting);
}

} // namespace devices
