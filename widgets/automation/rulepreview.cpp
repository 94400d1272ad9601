// SPDX-License-Identifier: GPL-3.0-or-later
#include "automation/rulepreview.h"

#include "automation/firingstrip.h"
#include "automation/rulewords.h"
#include "client/scale.h"
#include "kit/chart.h"
#include "kit/format.h"
#include "kit/glyph.h"
#include "kit/label.h"
#include "kit/segmented.h"
#include "kit/tokens.h"

#include <QHBoxLayout>
#include <QListWidget>

namespace automation {

namespace {
namespace tokens = kit::tokens;
namespace format = kit::format;
constexpr auto typingPause = std::chrono::milliseconds(400);
constexpr std::array spans{7, 30}; // days
constexpr int mostListed = 100;
constexpr int pointsOfChart = 300;
constexpr int leastChart = 150;
constexpr qsizetype mostMarkers = 200;
const QLatin1String thisMachine("host");
const QLatin1String sourceLabel("source");

/// In what unit a chart of that series is drawn, whose greatest value is that.
client::Scale scaleOf(const QString &unit, double peak)
{
    if (unit == QLatin1String("bytes/s"))
        return client::bitScale(peak);
    if (unit == QLatin1String("bytes"))
        return client::memoryScale(peak);
    return {1, unit};
}

/// Whose series fired, where it was only one: what is named in the rule, or what every firing is about.
std::optional<std::pair<QString, QString>> onlySeries(const Rule &rule, const QList<RuleFiring> &firings)
{
    const auto sketch = sketchOf(rule.kind, rule.condition);
    if (!sketch || sketch->form == Sketch::Form::State)
        return std::nullopt;
    QString source = rule.source.devices.size() == 1 ? rule.source.devices.first() : QString();
    QString name = sketch->name.contains(u'*') ? QString() : sketch->name;
    for (const RuleFiring &firing : firings) {
        const QString its = firing.group.value(sourceLabel);
        const QString itsName = firing.group.value(QStringLiteral("name"), sketch->name);
        if ((!source.isEmpty() && its != source) || (!name.isEmpty() && itsName != name))
            return std::nullopt;
        source = its;
        name = itsName;
    }
    if (source.isEmpty() || source.contains(u'*') || name.isEmpty() || name.contains(u'*'))
        return std::nullopt;
    return std::pair(source, name);
}
} // namespace

RulePreview::RulePreview(client::Rules &rules, const client::Devices &devices, core::Clock &clock,
                         QWidget *parent)
    : Card(tr("Would it have fired?"), parent), m_rules(rules), m_devices(devices), m_clock(clock),
      m_time(new kit::Segmented({tr("7 days"), tr("30 days")})), m_sentence(new kit::Label),
      m_hint(new kit::Label({}, kit::TextRole::Secondary)), m_strip(new FiringStrip),
      m_chart(new kit::Chart(QString())), m_list(new QListWidget), m_faults(new QVBoxLayout)
{
    build();
    connect(m_time, &kit::Segmented::chosen, this, [this] {
        wait();
        ask();
    });
}

void RulePreview::build()
{
    m_time->setAccessibleName(tr("How far back"));
    addHeaderWidget(m_time);
    m_sentence->setWordWrap(true);
    m_sentence->setObjectName(QStringLiteral("verdict"));
    m_hint->setWordWrap(true);
    addContent(m_sentence);
    addContent(m_hint);
    m_faults->setSpacing(tokens::Space1);
    content()->addLayout(m_faults);
    addContent(m_strip);
    m_chart->setMinimumHeight(leastChart);
    m_chart->hide();
    addContent(m_chart, 2);
    m_list->setAccessibleName(tr("When it would have fired"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setTabKeyNavigation(false);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    addContent(m_list, 1);
}

int RulePreview::days() const { return spans[size_t(std::clamp(m_time->current(), 0, 1))]; }

void RulePreview::setRule(const Rule &rule, const QString &whyNot)
{
    m_rule = rule;
    m_whyNot = whyNot;
    wait();
    m_pause = m_clock.after(typingPause, [this] {
        const auto firing = std::move(m_pause);
        ask();
    });
}

void RulePreview::wait()
{
    ++m_round;
    m_isWaiting = true;
    setSubtitle(tr("Asking…"));
}

void RulePreview::ask()
{
    m_to = m_rules.mirror().serverNow();
    m_from = m_to.addDays(-days());
    const QString whyNot = m_whyNot.isEmpty() ? m_rules.whyNotTest() : m_whyNot;
    if (!whyNot.isEmpty()) {
        take(core::Error{core::ErrorCode::Invalid, whyNot});
        return;
    }
    client::ask(m_rules.mirror().link(), TestRule{m_rule, m_from, m_to}, this,
                [this, round = m_round](const core::Result<TestRule::Reply> &reply) {
                    if (round != m_round)
                        return;
                    take(reply);
                    Q_EMIT judged(reply ? QString() : reply.error().message);
                });
}

QString RulePreview::sentenceOf(const TestRule::Reply &reply) const
{
    const int count = int(std::min<qint64>(reply.fired, std::numeric_limits<int>::max()));
    if (count == 0)
        return tr("Would not have fired in the last %n day(s).", nullptr, days());
    return tr("Would have fired %1 in the last %2.", "12 times, 7 days")
        .arg(tr("%n time(s)", nullptr, count), tr("%n day(s)", nullptr, days()));
}

void RulePreview::take(const core::Result<TestRule::Reply> &reply)
{
    m_isWaiting = false;
    setSubtitle({});
    m_strip->setRange(m_from.toMSecsSinceEpoch(), m_to.toMSecsSinceEpoch());
    if (!reply) {
        m_sentence->setText(tr("That cannot be told yet."));
        m_hint->setText(reply.error().message);
        m_chart->hide();
        showFirings({});
        return;
    }
    m_sentence->setText(sentenceOf(*reply));
    m_hint->setText(
        reply->inputs > 0
            ? tr("Played with %1 readings and states that were recorded.").arg(format::count(reply->inputs))
            : tr("Nothing that it looks at was recorded in that time."));
    showFirings(*reply);
    askSeries(reply->firings);
}

void RulePreview::showFirings(const TestRule::Reply &reply)
{
    m_strip->setFirings(reply.firings, kit::statusOfSeverity(m_rule.severity));
    m_list->clear();
    for (const RuleFiring &firing :
         reply.firings.first(std::min<qsizetype>(mostListed, reply.firings.size())))
        m_list->addItem(lineOf(firing));
    if (reply.fired > m_list->count())
        m_list->addItem(tr("… and %1 more").arg(format::count(reply.fired - m_list->count())));
    m_list->setVisible(m_list->count() > 0);
    showFaults(reply.faults);
}

QString RulePreview::titleOf(const QString &source) const
{
    if (source == thisMachine)
        return tr("this machine");
    const network::Entry *device = m_devices.find(source);
    return device != nullptr && !device->name.isEmpty() ? device->name : source;
}

QString RulePreview::lineOf(const RuleFiring &firing) const
{
    QStringList parts{QLocale().toString(firing.from.toLocalTime(), QLocale::ShortFormat)};
    for (auto label = firing.group.begin(); label != firing.group.end(); ++label)
        parts << (label.key() == sourceLabel ? titleOf(label.value()) : label.value());
    const auto sketch = sketchOf(m_rule.kind, m_rule.condition);
    const bool isMeasured = sketch && sketch->form == Sketch::Form::Measure;
    if (firing.value)
        parts << (isMeasured ? words::value(sketch->name, *firing.value) : format::number(*firing.value));
    if (!firing.word.isEmpty())
        parts << words::stateTitle(firing.word);
    parts << (firing.to ? format::duration(firing.from.msecsTo(*firing.to)) : tr("still"));
    return parts.join(QStringLiteral(" · "));
}

void RulePreview::showFaults(const QStringList &faults)
{
    while (QLayoutItem *item = m_faults->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QString &fault : faults) {
        auto *line = new QWidget;
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(tokens::Space2);
        auto *text = new kit::Label(fault, kit::TextRole::Secondary);
        text->setWordWrap(true);
        row->addWidget(new kit::Glyph(kit::Status::Medium), 0, Qt::AlignTop);
        row->addWidget(text, 1);
        m_faults->addWidget(line);
    }
}

void RulePreview::askSeries(const QList<RuleFiring> &firings)
{
    const auto only = onlySeries(m_rule, firings);
    if (!only) {
        m_chart->hide();
        return;
    }
    const auto [source, name] = *only;
    metrics::History command;
    command.names = QStringList{name};
    command.from = m_from;
    command.to = m_to;
    command.points = pointsOfChart;
    command.source = source == thisMachine ? QString() : source;
    client::ask(
        m_rules.mirror().link(), command, this,
        [this, round = m_round, name = name, firings](const core::Result<metrics::History::Reply> &reply) {
            if (round != m_round)
                return;
            if (reply && !reply->series.isEmpty() && !reply->series.first().points.isEmpty())
                showSeries(*reply, name, firings);
            else
                m_chart->hide();
        });
}

void RulePreview::showSeries(const metrics::History::Reply &reply, const QString &name,
                             const QList<RuleFiring> &firings)
{
    const auto sketch = sketchOf(m_rule.kind, m_rule.condition);
    const bool isForecast = sketch->form == Sketch::Form::Forecast;
    const std::optional<double> threshold = isForecast          ? std::optional(sketch->target)
                                            : sketch->threshold ? sketch->threshold
                                                                : m_rule.raise;
    double peak = threshold.value_or(0);
    for (const QList<double> &point : reply.series.first().points)
        peak = std::max(peak, point.value(3));
    const client::Scale scale = scaleOf(words::unitOf(name), peak);
    kit::ChartSeries measured{words::measureTitle(name), scale.unit, {}};
    kit::ChartSeries limit{tr("Threshold"), scale.unit, {}};
    for (const QList<double> &point : reply.series.first().points) {
        if (point.size() < 5)
            continue;
        const auto at = qint64(point[0]);
        measured.points << kit::ChartPoint{at, point[1] * scale.factor, point[2] * scale.factor,
                                           point[3] * scale.factor, int(point[4])};
        if (threshold)
            limit.points << kit::ChartPoint::sample(at, *threshold * scale.factor);
    }
    QList<kit::ChartMarker> markers;
    for (const RuleFiring &firing : firings.first(std::min(mostMarkers, firings.size())))
        markers << kit::ChartMarker{firing.from.toMSecsSinceEpoch(),
                                    (firing.to ? *firing.to : m_to).toMSecsSinceEpoch(),
                                    kit::statusOfSeverity(m_rule.severity), m_rule.name};
    m_chart->setTitle(measured.name);
    m_chart->setUnit(measured.unit);
    // A rate is held against its own threshold, which is no value of the series.
    const bool isComparable = sketch->aggregate != QLatin1String("rate") &&
                              sketch->aggregate != QLatin1String("delta") &&
                              sketch->aggregate != QLatin1String("sum");
    m_chart->setYRange(measured.unit == QLatin1String("%") ? kit::YRange::Percent : kit::YRange::Auto);
    m_chart->setBucket(qint64(reply.bucket * 1000), tr("avg"));
    m_chart->setRange(m_from.toMSecsSinceEpoch(), m_to.toMSecsSinceEpoch());
    m_chart->setSeries(isForecast || isComparable ? QList{measured, limit} : QList{measured});
    m_chart->setMarkers(markers);
    m_chart->show();
}

} // namespace automation
