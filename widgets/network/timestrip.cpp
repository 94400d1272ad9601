// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/timestrip.h"

#include "kit/format.h"
#include "kit/label.h"
#include "kit/tokens.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>

#include <array>
#include <cmath>

namespace network {

namespace {

/// How far back the slider goes, and by how much a key moves it.
struct TimeSpan
{
    int steps = 0;
    int seconds = 0;
};
constexpr std::array<TimeSpan, 4> timeSpans{
    {{60, 60}, {24 * 12, 5 * 60}, {7 * 48, 30 * 60}, {30 * 12, 2 * 60 * 60}}};
constexpr int firstSpan = 1;
constexpr int pageOfSteps = 12;
constexpr int momentWidth = 150;

} // namespace

TimeStrip::TimeStrip(std::function<QDateTime()> now, QWidget *parent)
    : QWidget(parent), m_now(std::move(now)), m_span(new QComboBox), m_slider(new QSlider(Qt::Horizontal)),
      m_text(new kit::Label), m_back(new QPushButton(tr("Now")))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kit::tokens::Space2);
    m_span->addItems({tr("Last hour"), tr("Last day"), tr("Last week"), tr("Last 30 days")});
    m_span->setCurrentIndex(firstSpan);
    m_span->setAccessibleName(tr("How far back"));
    m_slider->setAccessibleName(tr("The moment that is shown"));
    m_slider->setPageStep(pageOfSteps);
    m_slider->setRange(0, timeSpans[firstSpan].steps);
    m_slider->setValue(m_slider->maximum());
    m_text->setMinimumWidth(momentWidth);
    m_back->setToolTip(tr("Back to how it is now (End)"));
    row->addWidget(m_span);
    row->addWidget(m_slider, 1);
    row->addWidget(m_text);
    row->addWidget(m_back);
    setFocusProxy(m_slider);
    connect(m_slider, &QSlider::valueChanged, this, &TimeStrip::moved);
    connect(m_span, &QComboBox::currentIndexChanged, this, &TimeStrip::chooseSpan);
    connect(m_back, &QPushButton::clicked, this, &TimeStrip::goToNow);
    tell();
}

/// Steps are at round times, whenever somebody begins to look back.
QDateTime TimeStrip::lastStep() const
{
    const qint64 step = timeSpans[size_t(m_span->currentIndex())].seconds;
    return QDateTime::fromSecsSinceEpoch(m_now().toSecsSinceEpoch() / step * step, Qt::UTC);
}

std::optional<QDateTime> TimeStrip::moment() const
{
    if (m_end.isNull())
        return std::nullopt;
    const qint64 back = m_slider->maximum() - m_slider->value();
    return m_end.addSecs(-back * timeSpans[size_t(m_span->currentIndex())].seconds);
}

void TimeStrip::goToNow() { m_slider->setValue(m_slider->maximum()); }

void TimeStrip::moved()
{
    if (m_slider->value() == m_slider->maximum())
        m_end = {};
    else if (m_end.isNull())
        m_end = lastStep();
    tell();
}

/// The moment that is shown stays, as far as the span reaches.
void TimeStrip::chooseSpan()
{
    const std::optional<QDateTime> before = m_told; // counted in steps of the span before
    const TimeSpan span = timeSpans[size_t(m_span->currentIndex())];
    {
        const QSignalBlocker still(m_slider);
        m_slider->setRange(0, span.steps);
        m_slider->setValue(span.steps);
        if (before) {
            m_end = lastStep();
            const double back = double(before->secsTo(m_end)) / span.seconds;
            m_slider->setValue(std::clamp(span.steps - int(std::lround(back)), 0, span.steps - 1));
        }
    }
    tell();
}

void TimeStrip::tell()
{
    const std::optional<QDateTime> at = moment();
    m_text->setText(at ? QLocale().toString(at->toLocalTime(), QLocale::ShortFormat) : tr("Now"));
    m_slider->setAccessibleDescription(at ? kit::format::exactTime(at->toMSecsSinceEpoch()) : tr("Now"));
    m_back->setEnabled(at.has_value());
    if (m_told == at)
        return;
    m_told = at;
    Q_EMIT momentChanged();
}

} // namespace network
