// SPDX-License-Identifier: GPL-3.0-or-later
#include "overview/awaycard.h"

#include "kit/format.h"
#include "kit/glyph.h"
#include "kit/icons.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace overview {

namespace {

using Sort = client::Meanwhile::Sort;

QIcon iconOf(Sort sort)
{
    switch (sort) {
    case Sort::NewDevices:
        return kit::icon(kit::Symbol::Devices);
    case Sort::Gone:
        return kit::glyphIcon(kit::Status::High);
    case Sort::Back:
    case Sort::Resolved:
        return kit::glyphIcon(kit::Status::Ok);
    case Sort::Raised:
        return kit::icon(kit::Symbol::Alerts);
    case Sort::Mentions:
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
    for (int place = 0; place < client::Meanwhile::sortCount; ++place) {
        const Sort sort = Sort(place);
        QPushButton *&line = m_lines[size_t(place)];
        line = new QPushButton;
        line->setFlat(true);
        line->setIcon(iconOf(sort));
        content()->addWidget(line, 0, Qt::AlignLeading);
        connect(line, &QPushButton::clicked, this, [this, sort] { Q_EMIT wanted(sort, *m_from); });
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
    bool isAny = false;
    for (int place = 0; place < client::Meanwhile::sortCount; ++place) {
        const int count = m_meanwhile.count(Sort(place));
        m_lines[size_t(place)]->setText(textOf(Sort(place), count));
        m_lines[size_t(place)]->setVisible(count > 0);
        isAny = isAny || count > 0;
    }
    const qint64 minutes = m_from->secsTo(m_clock.now()) / 60;
    setTitle(tr("Since you were away (%1)").arg(kit::format::duration(minutes * 60'000)));
    setVisible(isAny);
    if (!isAny)
        m_from.reset(); // nothing happened, and nothing is to be said
}

void AwayCard::gotIt()
{
    m_from.reset();
    hide();
}

QString AwayCard::textOf(Sort sort, int count)
{
    switch (sort) {
    case Sort::NewDevices:
        return tr("%n new device(s)", nullptr, count);
    case Sort::Gone:
        return tr("%n device(s) stopped answering", nullptr, count);
    case Sort::Back:
        return tr("%n device(s) back up", nullptr, count);
    case Sort::Raised:
        return tr("%n alert(s) raised", nullptr, count);
    case Sort::Resolved:
        return tr("%n alert(s) resolved", nullptr, count);
    case Sort::Mentions:
        return tr("%n unread mention(s)", nullptr, count);
    }
    return {};
}

} // namespace overview
