// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QComboBox>

namespace automation {

/// What is measured: one of the usual series, or what else there is.
class MeasureField final : public QComboBox
{
    Q_OBJECT
public:
    explicit MeasureField(const QString &name, QWidget *parent = nullptr);

    /// Offers these as well.
    void offer(const QStringList &names);
    void setName(const QString &name);
    /// Of the series; `*` stands for anything.
    [[nodiscard]] QString name() const { return currentData().toString(); }
};

} // namespace automation
