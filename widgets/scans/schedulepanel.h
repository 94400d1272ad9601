// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/ask.h"
#include "client/scans.h"
#include "kit/card.h"

class QPushButton;
class QStackedLayout;

namespace kit {
class Banner;
class EmptyState;
class ToastArea;
} // namespace kit

namespace scans {

class PlainTable;
class ScheduleTable;

/// The scans that are made again and again: when they are made next, what came of the last one, and how to
/// change that.
class SchedulePanel final : public kit::Card
{
    Q_OBJECT
public:
    explicit SchedulePanel(client::Scans &scans, QWidget *parent = nullptr);

    /// Reads them again.
    void refresh();

Q_SIGNALS:
    /// That one, or a new one where the id is empty, is to be filled in.
    void editWanted(const network::Schedule &schedule);
    void scanWanted(const QString &scanId);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    QPushButton *addDeed(const QString &text);
    void refreshDeeds();
    void switchOver();
    void remove();
    [[nodiscard]] const network::Schedule *chosen() const;

    /// Asks for it, says why it was not done, and reads the rows again.
    template <class T>
    void perform(const T &command, const std::function<void()> &done = {})
    {
        client::ask(m_scans.mirror().link(), command, this,
                    [this, done](const core::Result<typename T::Reply> &reply) {
                        say(reply ? QString() : reply.error().message);
                        if (reply && done)
                            done();
                        refresh();
                    });
    }
    void say(const QString &error);

    client::Scans &m_scans;
    kit::Banner *m_error;
    QStackedLayout *m_stack;
    kit::EmptyState *m_empty;
    ScheduleTable *m_model;
    PlainTable *m_table;
    QPushButton *m_add;
    QPushButton *m_change;
    QPushButton *m_switch;
    QPushButton *m_last;
    QPushButton *m_remove;
    kit::ToastArea *m_toasts;
};

} // namespace scans
