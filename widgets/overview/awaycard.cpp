// SPDX-License-Identifier: GPL-3.0-or-later
#include "overview/awaycard.h"

#include "kit/format.h"
#include "kit/glyph.h"
#include "kit/icons.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace overview {

namespace {

QIcon iconOf(AwayCard::Line line)
{
    switch (line) {
    case AwayCard::Line::NewDevices:
        return kit::icon(kit::Symbol::Devices);
    case AwayCard::Line::Gone:
        return kit::glyphIcon(kit::Status::High);
    case AwayCard::Line::Back:
    case AwayCard::Line::Resolved:
        return kit::glyphIcon(kit::Status::Ok);
    case AwayCard::Line::Raised:
        return kit::icon(kit::Symbol::Alerts);
    case AwayCard::Line::Mentions:
        return kit::icon(kit::Symbol::Chat);
    }
    return {};
}

} // namespace

AwayCard::AwayCard(client::Meanwhile &meanwhile, core::Clock &clock, QWidget *parent)
    : kit::Card({}, parent), m_meanwhile(meanwhile), m_clock(clock)
{
    content()->setSpacing(0);
    auto *done = new QPushButton(tr("&Got it"));
    addHeaderWidget(done);
    connect(done, &QPushButton::clicked, this, &AwayCard::gotIt);
    for (int place = 0; place < lineCount; ++place) {
        const Line line = Line(place);
        QPushButton *&button = m_lines[size_t(place)];
        button = new QPushButton;
        button->setFlat(true);
        button->setIcon(iconOf(line));
        content()->addWidget(button, 0, Qt::AlignLeading);
        connect(button, &QPushButton::clicked, this, [this, place] { Q_EMIT wanted(place, *m_from); });
    }
    connect(&meanwhile, &client::Meanwhile::known, this, &AwayCard::showCounts);
    hide();
}

void AwayCard::greet(const QDateTime &from)
{
    if (!m_from)
        m_from = from;
    m_meanwhile.ask(*m_from);
}

void AwayCard::showCounts()
{
    if (!m_from)
        return;
    const client::Meanwhile::Counts &counts = m_meanwhile.counts();
    const std::array each{counts.newDevices, counts.gone,     counts.back,
                          counts.raised,     counts.resolved, counts.mentions};
    bool isAny = false;
    for (int place = 0; place < lineCount; ++place) {
        m_lines[size_t(place)]->setText(textOf(Line(place), each[size_t(place)]));
        m_lines[size_t(place)]->setVisible(each[size_t(place)] > 0);
        isAny = isAny || each[size_t(place)] > 0;
    }
    setTitle(tr("Since you were away (%1)").arg(kit::format::duration(m_from->msecsTo(m_clock.now()))));
    setVisible(isAny);
    if (!isAny)
        m_from.reset(); // nothing happened, and nothing is to be said
}

void AwayCard::gotIt()
{
    m_from.reset();
    hide();
}

QString AwayCard::textOf(Line line, int count)
{
    switch (line) {
    case Line::NewDevices:
        return tr("%n new device(s)", nullptr, count);
    case Line::Gone:
        return tr("%n device(s) stopped answering", nullptr, count);
    case Line::Back:
        return tr("%n device(s) back up", nullptr, count);
    case Line::Raised:
        return tr("%n alert(s) raised", nullptr, count);
    case Line::Resolved:
        return tr("%n alert(s) resolved", nullptr, count);
    case Line::Mentions:
        return tr("%n unread mention(s)", nullptr, count);
    }
    return {};
}

} // namespace overview
