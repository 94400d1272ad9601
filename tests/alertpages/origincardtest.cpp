// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/origincard.h"

#include "kit/label.h"
#include "support/fakeclock.h"
#include "support/scriptedlink.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using alerts::Alert;
using alerts::OriginCard;
using State = client::Link::State;

/// Where an alert comes from, and how much of what comes from there matters.
class OriginCardTest : public QObject
{
    Q_OBJECT

    struct Bench
    {
        support::FakeClock clock;
        support::ScriptedLink link;
        QList<alerts::AlertHistory> asked;
        std::unique_ptr<client::Mirror> mirror;
        std::unique_ptr<OriginCard> card;

        Bench()
        {
            link.answers.insert(QLatin1String(alerts::AlertHistory::name), [this](const QJsonObject &params) {
                asked << core::fromJson<alerts::AlertHistory>(params).value();
                alerts::AlertHistory::Reply reply;
                alerts::AlertFigures one;
                one.key = QStringLiteral("other");
                one.raised = 1000;
                reply.bySource << one;
                one.key = QStringLiteral("device-down");
                one.raised = 12;
                one.acknowledged = 4;
                one.ignored = 8;
                reply.bySource << one;
                return core::Reply(core::toJson(reply).toObject());
            });
            link.become(State::Live);
            mirror = std::make_unique<client::Mirror>(link, clock);
            card = std::make_unique<OriginCard>(*mirror);
        }
        static Alert alert(const QString &source, bool isOfRule)
        {
            Alert one = alerts::exampleAlert();
            one.source = source;
            one.labels.clear();
            if (isOfRule)
                one.labels.insert(QStringLiteral("rule"), source);
            return one;
        }
        [[nodiscard]] QStringList said() const
        {
            QStringList texts;
            for (const kit::Label *label : card->findChildren<kit::Label *>()) {
                if (!label->isHidden())
                    texts << label->text();
            }
            return texts;
        }
        [[nodiscard]] QPushButton &button(int place) const
        {
            return *card->findChildren<QPushButton *>().at(place);
        }
    };

private Q_SLOTS:
    void aRuleSaysHowMuchOfItMattered()
    {
        Bench bench;
        const Alert alert = Bench::alert(QStringLiteral("device-down"), true);
        bench.card->show(alert, true, {});
        QTRY_VERIFY(bench.said().contains(QStringLiteral(
            "12 alert(s) in the last 30 days: 4 acknowledged, 8 over before anybody saw to them.")));
        QVERIFY(bench.said().contains(QStringLiteral("Created by the rule device-down")));
        QCOMPARE(bench.asked.size(), 1);
        QCOMPARE(bench.asked.first().from.daysTo(bench.asked.first().to), OriginCard::days);
        bench.card->show(alert, true, {});
        QCOMPARE(bench.asked.size(), 1); // it is drawn anew with every change
        bench.card->clear();
        bench.card->show(alert, true, {});
        QCOMPARE(bench.asked.size(), 2); // and asked anew when it is opened again
        QSignalSpy rule(bench.card.get(), &OriginCard::ruleWanted);
        QSignalSpy silence(bench.card.get(), &OriginCard::silenceWanted);
        bench.button(0).click();
        bench.button(1).click();
        QCOMPARE(rule.first().at(0).toString(), QStringLiteral("device-down"));
        QCOMPARE(silence.first().at(0).toString(), QStringLiteral("device-down"));
    }

    void aProgramIsNoRule()
    {
        Bench bench;
        bench.card->show(Bench::alert(QStringLiteral("<b>probe</b>"), false), true, {});
        QVERIFY(bench.said().contains(QStringLiteral("Told by <b>probe</b>")));
        QVERIFY(bench.button(0).isHidden());
        QVERIFY(bench.button(1).isEnabled());
        bench.card->show(Bench::alert(QStringLiteral("<b>probe</b>"), false), true, QStringLiteral("No."));
        QVERIFY(!bench.button(1).isEnabled());
        bench.card->show(Bench::alert({}, false), true, {});
        QVERIFY(bench.card->isHidden());
    }

    void withoutFiguresNoneAreSaid()
    {
        Bench bench;
        bench.card->show(Bench::alert(QStringLiteral("device-down"), true), false, {});
        bench.card->show(Bench::alert(QStringLiteral("quiet"), true), false, {});
        QTRY_COMPARE(bench.asked.size(), 2);
        QCoreApplication::processEvents();
        QVERIFY(
            !bench.said().join(QLatin1Char(' ')).contains(QStringLiteral("30 days"))); // of the one before
        QVERIFY(bench.button(0).isHidden());                                           // nobody shows rules
    }
};

QTEST_MAIN(OriginCardTest)
#include "origincardtest.moc"
