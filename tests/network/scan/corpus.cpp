// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/scan/corpus.h"

QStringList hostileTargets()
{
    QStringList list;
    for (const char *text : {"--script=/tmp/x.nse",
                             "-oN=/tmp/p",
                             "-oN",
                             "--oA=/tmp/p",
                             "-oX",
                             "-iL=/etc/passwd",
                             "-iL",
                             "--excludefile=/etc/shadow",
                             "--datadir=/tmp",
                             "--interactive",
                             "--",
                             "-",
                             "-sS",
                             "--resume",
                             "--script-args",
                             "192.168.1.1;id",
                             "192.168.1.1|id",
                             "192.168.1.1&id",
                             "$(id)",
                             "`id`",
                             "192.168.1.1\nid",
                             "192.168.1.1\t--script=x",
                             "192.168.1.1\r-oN",
                             "192.168.1.1'",
                             "192.168.1.1\"",
                             "\\-oN",
                             "\xE2\x80\x93oN",                 // an en dash
                             "\xE2\x88\x92oN",                 // a minus sign
                             "\xEF\xBC\x8DoN",                 // a full-width hyphen
                             "\xC2\xA0-oN",                    // behind a no-break space
                             "\xE2\x80\x8B-oN",                // behind nothing to see
                             "\xD9\xA1\xD9\xA2\xD9\xA3.1.1.1", // digits, but not ASCII's
                             "0/0",
                             "0.0.0.0/0",
                             "0.0.0.0",
                             "::/0",
                             "::",
                             "127.1-3.*.1",
                             "192.168.*.1",
                             "192.168.1.*",
                             "192.168.1-3.1",
                             "192.168.1.1-",
                             "192.168.1.-5",
                             "192.168.1.40-10",
                             "192.168.1.10-300",
                             "192.168.1.10-192.168.1",
                             "192.168.1.10-fe80::1",
                             "fe80::1-192.168.1.1",
                             "10.0.0.0-10.255.255.255",
                             "224.0.0.1",
                             "239.255.255.250/32",
                             "223.255.255.0-224.0.0.5",
                             "255.255.255.255",
                             "240.0.0.0/28",
                             "ff02::1",
                             "ff02::/120",
                             "10.0.0.0/8",
                             "10.0.0.0/19",
                             "fd00::/64",
                             "fd00::/115",
                             "fe80::1%eth0",
                             "fe80::1%-oN",
                             "192.168.1.0/33",
                             "192.168.1.0/-1",
                             "192.168.1.0/",
                             "192.168.1.0/2 4x/",
                             "/24",
                             "192.168.1.0/24/24",
                             "1.2.3",
                             "127.1",
                             "2130706433",
                             "0x7f000001",
                             "0x7f.1",
                             "host.0x7f",
                             "256.1.1.1",
                             "1.2.3.4.5",
                             "host_name",
                             "host..name",
                             ".host",
                             "..",
                             "nas..",
                             "host-",
                             "host.-x",
                             "host name/",
                             "ho*st",
                             "host:80",
                             "http://host/",
                             "user@host",
                             "../../etc/passwd",
                             "[fe80::1]",
                             "file:///etc/passwd"})
        list << QString::fromUtf8(text);
    list << QString(300, QLatin1Char('a')) << QString(64, QLatin1Char('a')) + QLatin1String(".example")
         << QString(100'000, QLatin1Char('1')) << QString(QChar(0)) << QStringLiteral("host") + QChar(0)
         << QStringLiteral("192.168.1.1") + QChar(0x202e) << QString() << QStringLiteral(" , ,");
    return list;
}

QStringList hostilePorts()
{
    QStringList list;
    for (const char *text : {"",      "0",        "65536",    "99999999999", "-1-",   "22-21",      "1--2",
                             "1-2-3", "22;id",    "22,-oN",   "--script",    "-oN",   "-p",         "http",
                             "*",     "http*",    "[1-1024]", "T:",          "P:1",   "t:22",       "22,",
                             ",22",   "22,,23",   "22 23",    "22\n",        "U:",    "T:U:53",     "TT:1",
                             "T",     "\xD9\xA1", "+22",      "0x16",        "22.0",  "T:22,U:0",   "1e3",
                             "top:5", "1-65536",  "$(id)",    "`id`",        "22|id", "--top-ports"})
        list << QString::fromUtf8(text);
    list << QString(300, QLatin1Char('1')) << QStringLiteral("1,").repeated(200) + QLatin1Char('1');
    return list;
}
