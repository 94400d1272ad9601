// SPDX-License-Identifier: GPL-3.0-or-later
#include "automation/numberfield.h"

#include "kit/tokens.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>

#include <cmath>

namespace automation {

namespace {
constexpr int numberWidth = 84;
constexpr int longestNumber = 24;

std::optional<double> numberIn(const QString &text)
{
    bool isNumber = false;
    double number = QLocale().toDouble(text, &isNumber);
    if (!isNumber)
        number = QLocale::c().toDouble(text, &isNumber);
    return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

QString shortest(double number)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    constexpr double mostWhole = 1e15;
    if (number == std::floor(number) && std::abs(number) < mostWhole)
        return locale.toString(qint64(number));
    return locale.toString(number, 'g', QLocale::FloatingPointShortest);
}
} // namespace

NumberField::NumberField(const QString &name, QWidget *parent)
    : QWidget(parent), m_text(new QLineEdit), m_scale(new QComboBox), m_only(new QLabel)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kit::tokens::Space1);
    m_text->setAccessibleName(name);
    m_text->setMaxLength(longestNumber);
    m_text->setFixedWidth(numberWidth);
    m_scale->setAccessibleName(tr("%1, unit").arg(name));
    row->addWidget(m_text);
    row->addWidget(m_scale);
    row->addWidget(m_only);
    setFocusProxy(m_text);
    connect(m_text, &QLineEdit::textChanged, this, &NumberField::changed);
    connect(m_scale, &QComboBox::currentIndexChanged, this, &NumberField::changed);
    offer();
}

void NumberField::setUnit(const QString &unit)
{
    if (std::exchange(m_unit, unit) != unit)
        offer();
}

void NumberField::setPlaceholder(const QString &text) { m_text->setPlaceholderText(text); }

void NumberField::offer()
{
    const QSignalBlocker quiet(m_scale);
    m_scale->clear();
    if (m_unit == QLatin1String("bytes")) {
        m_scale->addItem(tr("MiB"), double(1 << 20));
        m_scale->addItem(tr("GiB"), double(1 << 30));
        m_scale->addItem(tr("bytes"), 1.0);
    } else if (m_unit == QLatin1String("bytes/s")) {
        m_scale->addItem(tr("Mbit/s"), 125'000.0);
        m_scale->addItem(tr("kbit/s"), 125.0);
        m_scale->addItem(tr("bytes/s"), 1.0);
    } else {
        m_scale->addItem(m_unit, 1.0);
    }
    m_only->setText(m_unit);
    m_only->setTextFormat(Qt::PlainText);
    m_only->setVisible(m_scale->count() == 1 && !m_unit.isEmpty());
    m_scale->setVisible(m_scale->count() > 1);
}

void NumberField::setValue(std::optional<double> value)
{
    const QSignalBlocker quiet(this);
    if (!value) {
        m_text->clear();
        return;
    }
    // The largest unit in which it is not less than one.
    int best = m_scale->count() - 1;
    for (int place = 0; place < m_scale->count(); ++place) {
        const double size = m_scale->itemData(place).toDouble();
        if (std::abs(*value) >= size && size > m_scale->itemData(best).toDouble())
            best = place;
    }
    m_scale->setCurrentIndex(best);
    m_text->setText(shortest(*value / m_scale->currentData().toDouble()));
}

std::optional<double> NumberField::value() const
{
    const auto number = numberIn(m_text->text().trimmed());
    return number ? std::optional(*number * m_scale->currentData().toDouble()) : std::nullopt;
}

bool NumberField::isSound() const { return m_text->text().trimmed().isEmpty() || value().has_value(); }

} // namespace automation
