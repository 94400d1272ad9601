// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;

namespace automation {

/// A number of a unit, or none; large units are offered where the unit has them.
class NumberField final : public QWidget
{
    Q_OBJECT
public:
    explicit NumberField(const QString &name, QWidget *parent = nullptr);

    /// As measured values have it: %, bytes, bytes/s, ms … What is typed stays what it is.
    void setUnit(const QString &unit);
    void setPlaceholder(const QString &text);
    /// In the unit itself.
    void setValue(std::optional<double> value);
    [[nodiscard]] std::optional<double> value() const;
    /// Whether what is typed is a number, or nothing.
    [[nodiscard]] bool isSound() const;

Q_SIGNALS:
    void changed();

private:
    void offer();

    QLineEdit *m_text;
    QComboBox *m_scale; ///< how many of the unit one of the shown unit is
    QLabel *m_only;     ///< the unit, where there is one alone
    QString m_unit;
};

} // namespace automation
