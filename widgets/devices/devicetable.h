// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/presences.h"
#include "devices/devicecolumns.h"
#include "devices/devicefilter.h"

#include <QAbstractTableModel>

#include <array>
#include <vector>

namespace devices {

/// A part of the devices one looks at.
enum class Part { All, Up, Attention, Down, Unreachable, Away, Unknown, New, Ignored, Count };

/// The devices as rows. What changes is shown where it stands; order and number
/// of the rows change only when somebody settles them, so that nothing moves
/// under the pointer.
class DeviceTable final : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit DeviceTable(client::Devices &devices, QObject *parent = nullptr);

    void setFilter(DeviceFilter filter);
    void setPart(Part part);
    /// Only those of a type; nothing: all.
    void setType(const std::optional<QString> &type);
    void setDepartments(const QHash<QString, QString> &names);
    /// The server's time, for what is said as "2 min ago".
    void setNow(const QDateTime &now);
    /// Where the last 24 hours of a device come from; they outlive this.
    void setPresences(const client::Presences &presences);
    /// Sorts and filters anew.
    void settle();
    /// True when settling would change what is shown.
    [[nodiscard]] bool isUnsettled() const { return m_isUnsettled; }
    /// How many devices that were not there before wait to be shown.
    [[nodiscard]] int waiting() const { return m_waiting; }

    [[nodiscard]] int total() const { return int(m_places.size()); }
    [[nodiscard]] const std::array<int, size_t(Part::Count)> &counts() const { return m_counts; }
    [[nodiscard]] QMap<QString, int> types() const;
    [[nodiscard]] Part part() const { return m_part; }
    [[nodiscard]] const Setting &setting() const { return m_setting; }
    [[nodiscard]] const network::Entry &at(int row) const;
    /// -1: not shown.
    [[nodiscard]] int rowOf(const QString &id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    /// How many there are of each part is not as it was, or settling would change
    /// something.
    void countsChanged();

private:
    struct Row
    {
        network::Entry entry;
        QByteArray text;
    };

    void load();
    void hear(const QStringList &ids);
    void drop(const QStringList &ids);
    void arrange();
    void arrangeByNumber();
    void arrangeByText();
    void arrangeByAddress();
    void show();
    void fill();
    void count();
    void tell(const std::vector<int> &rows);
    [[nodiscard]] bool passes(const Row &row) const;
    [[nodiscard]] QVariant icon(const network::Entry &device, int column) const;
    [[nodiscard]] QVariant presence(const network::Entry &device, int role) const;

    client::Devices &m_devices;
    const client::Presences *m_presences = nullptr;
    Setting m_setting;
    DeviceFilter m_filter;
    Part m_part = Part::All;
    std::optional<QString> m_type;
    std::vector<Row> m_rows;
    QHash<QString, int> m_places; ///< of the rows, by id
    std::vector<int> m_order;     ///< places, sorted
    std::vector<int> m_shown;     ///< places, sorted and filtered
    std::vector<int> m_shownAt;   ///< by place; -1: not shown
    std::array<int, size_t(Part::Count)> m_counts{};
    int m_waiting = 0;
    int m_column = Name;
    Qt::SortOrder m_sorting = Qt::AscendingOrder;
    bool m_isUnsettled = false;
};

/// Whether a device is in that part.
[[nodiscard]] bool isOf(Part part, const network::Entry &device);

} // namespace devices
