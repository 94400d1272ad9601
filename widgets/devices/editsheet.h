// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/devices.h"

#include <QDialog>
#include <QHash>

class QComboBox;
class QFormLayout;
class QLineEdit;

namespace kit {
class Banner;
} // namespace kit

namespace devices {

/// What people know of one device, or of several at once: what is not touched
/// stays as it is.
class EditSheet final : public QDialog
{
    Q_OBJECT
public:
    EditSheet(const client::Devices &all, const QStringList &ids, const QHash<QString, QString> &departments,
              QWidget *parent = nullptr);

    /// What was changed; nothing where nothing was.
    [[nodiscard]] const network::SetDevices &change() const { return m_change; }
    [[nodiscard]] bool isChanged() const;

    void accept() override;

private:
    void buildChoices(QFormLayout &form, const QHash<QString, QString> &departments);
    void buildLines(QFormLayout &form);
    QLineEdit *addLine(QFormLayout &form, const QString &label, int longest,
                       const std::function<QString(const network::Entry &)> &valueOf);
    QComboBox *addChoice(QFormLayout &form, const QString &label,
                         const QList<std::pair<QString, QString>> &all,
                         const std::function<QString(const network::Entry &)> &valueOf);
    [[nodiscard]] std::optional<QString> changed(const QLineEdit *line) const;
    [[nodiscard]] std::optional<QString> changed(const QComboBox *choice) const;
    [[nodiscard]] std::optional<QString> parentId(const QString &text) const;
    [[nodiscard]] bool readParent();

    const client::Devices &m_all;
    QList<network::Entry> m_devices;
    network::SetDevices m_change;
    kit::Banner *m_error;
    QLineEdit *m_name = nullptr; ///< of one device alone
    QLineEdit *m_owner;
    QLineEdit *m_tags;
    QLineEdit *m_parent;
    QComboBox *m_type;
    QComboBox *m_department;
    QComboBox *m_criticality;
    QComboBox *m_expected;
};

} // namespace devices
