// SPDX-License-Identifier: GPL-3.0-or-later
#include "scans/comparison.h"

#include "client/ask.h"
#include "kit/emptystate.h"
#include "kit/format.h"
#include "kit/icons.h"
#include "kit/label.h"
#include "kit/tokens.h"
#include "scans/difftable.h"
#include "scans/plaintable.h"
#include "scans/words.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedLayout>

namespace scans {

namespace {
namespace tokens = kit::tokens;
constexpr int narrowestChoice = 160;
} // namespace

Comparison::Comparison(client::Scans &scans, QWidget *parent)
    : QWidget(parent), m_scans(scans), m_other(new QComboBox),
      m_legend(new kit::Label({}, kit::TextRole::Secondary)), m_copy(new QPushButton(tr("Copy as text"))),
      m_empty(new kit::EmptyState(kit::icon(kit::Symbol::Table), QString())), m_model(new DiffTable(this)),
      m_table(new PlainTable(tr("What the two scans tell apart"), *m_model))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens::Space2);
    auto *row = new QHBoxLayout;
    row->setSpacing(tokens::Space2);
    auto *title = new kit::Label(tr("Compared with"));
    title->setBuddy(m_other);
    row->addWidget(title);
    m_other->setAccessibleName(tr("The scan it is compared with"));
    m_other->setMinimumWidth(narrowestChoice);
    m_other->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    row->addWidget(m_other, 2);
    row->addWidget(m_legend, 3);
    m_copy->setToolTip(tr("Puts the differences on the clipboard, one a line"));
    row->addWidget(m_copy);
    column->addLayout(row);
    m_stack = new QStackedLayout;
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_table);
    column->addLayout(m_stack, 1);
    connect(m_other, &QComboBox::currentIndexChanged, this, &Comparison::ask);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_model->asText()); });
}

QString Comparison::nameOf(const QString &id) const
{
    const network::ScanRun *run = m_scans.find(id);
    if (run == nullptr)
        return id;
    return QStringLiteral("%1 · %2").arg(words::day(run->startedAt, m_scans.mirror().serverNow()),
                                         words::title(*run));
}

void Comparison::offer()
{
    const QSignalBlocker blocker(m_other);
    m_other->clear();
    m_other->addItem(tr("the one before of its kind"), QString());
    for (const network::ScanRun &run : m_scans.all()) {
        if (run.scanId != m_id && run.status != network::ScanState::Running)
            m_other->addItem(nameOf(run.scanId), run.scanId);
    }
}

void Comparison::show(const QString &id)
{
    m_id = id;
    offer();
    ask();
}

void Comparison::ask()
{
    const network::ScanRun *run = m_scans.find(m_id);
    if (run == nullptr)
        return;
    network::CompareScans asked{m_id, m_other->currentData().toString()};
    const network::ScanRun *other = m_scans.find(asked.with);
    // What is told is what became of the earlier one.
    if (other != nullptr && other->startedAt > run->startedAt)
        std::swap(asked.scanId, asked.with);
    const quint64 round = ++m_round;
    client::ask(m_scans.mirror().link(), asked, this,
                [this, round](const core::Result<network::CompareScans::Reply> &reply) {
                    if (round == m_round)
                        take(reply);
                });
}

void Comparison::take(const core::Result<network::CompareScans::Reply> &reply)
{
    m_model->setDifferences(reply ? reply->differences : QList<network::ScanDifference>());
    m_copy->setEnabled(m_model->rowCount() > 0);
    m_stack->setCurrentIndex(m_model->rowCount() > 0 ? 1 : 0);
    if (!reply) {
        m_legend->clear();
        m_empty->setSentence(reply.error().message);
        return;
    }
    const QString unchanged = kit::format::count(reply->unchanged);
    m_legend->setText(tr("A added · R removed · M modified · %1 unchanged, not listed").arg(unchanged));
    m_legend->setToolTip(
        kit::format::tooltip(tr("From %1 to %2").arg(nameOf(reply->with), nameOf(reply->scanId))));
    m_empty->setSentence(
        tr("Nothing has changed from one to the other: %1 devices are as they were.").arg(unchanged));
}

} // namespace scans
