// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/facts.h"
#include "client/scans.h"

#include <QWidget>

class QAction;
class QLineEdit;
class QPushButton;
class QStackedLayout;
class QStackedWidget;
class QVBoxLayout;

namespace kit {
class Banner;
class Card;
class EmptyState;
class Label;
class PrimaryButton;
class Segmented;
} // namespace kit

namespace scans {

class PlainTable;
class RunDetail;
class RunFilter;
class RunList;
class RunTable;
class ScanDialog;
class SchedulePanel;

/// The page of scans: those that run, those that were run, what each found and what two of them tell apart.
class ScansPage final : public QWidget
{
    Q_OBJECT
public:
    ScansPage(client::Scans &scans, core::Clock &clock, QWidget *parent = nullptr);

    /// Shows that scan, and what is not as it was before it where `isCompared`.
    void showScan(const QString &id, bool isCompared = false);
    /// Opens the dialog for a new scan, filled with what is wished.
    void askToScan(const network::StartScan &wish = {});

    /// Opens it for a scan that is made again and again.
    void askToSchedule(const network::Schedule &schedule);

Q_SIGNALS:
    void selected(const client::FactSource &source);
    /// Which networks may be scanned is to be settled.
    void networksWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildContent();
    void buildHead(QVBoxLayout &column);
    void setPart(int part);
    ScanDialog *makeDialog();
    void buildHistory();
    void buildTable(QVBoxLayout &column);
    void refresh();
    void refreshCount();
    void refreshActions();
    void refuse(const QString &why);
    void choose();
    void compare();
    void repeat(const network::ScanRun &run);
    [[nodiscard]] QString chosen() const;
    [[nodiscard]] client::FactSource factsOf(const QString &id);

    client::Scans &m_scans;
    core::Clock &m_clock;
    QStackedLayout *m_stack;
    kit::EmptyState *m_empty;
    kit::Segmented *m_parts;
    QStackedWidget *m_shownPart;
    SchedulePanel *m_schedules;
    kit::Label *m_summary;
    kit::PrimaryButton *m_new;
    kit::Banner *m_banner;
    kit::Card *m_running;
    RunList *m_list;
    kit::Card *m_history;
    QLineEdit *m_filter;
    QPushButton *m_older;
    QStackedLayout *m_tableStack;
    kit::EmptyState *m_none;
    RunTable *m_model;
    RunFilter *m_shown;
    PlainTable *m_table;
    QAction *m_again;
    QAction *m_compare;
    RunDetail *m_detail;
    bool m_isRefused = false; ///< the strip says why something was not done
    bool m_isRefreshing = false;
};

} // namespace scans
