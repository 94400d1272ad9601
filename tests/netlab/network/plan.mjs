// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the lab. Vendors' prefixes are those of ieee-data; descriptions and banners have the form that real
// devices give them.
//
//   Internet side                      Office 10.77.1.0/24
//   clerk ---- edge --- router ------- sw1 ---- belfry, printer, camera, nas, phone, silent, twin-a, twin-b
//                         |             |
//                      closet          sw2 ---- workstation, plain-1 … plain-N
//                         |
//     web, ups, vault  Servers 10.77.20.0/24

export const subnets = {
  office: '10.77.1.0/24', servers: '10.77.20.0/24', transit: '10.77.254.0/30', branch: '10.77.30.0/24',
};
export const community = 'public';
export const secret = {user: 'belfry', auth: 'quiet owls at dusk', privacy: 'seven quiet owls'};

const viaOffice = ['default via 10.77.1.1'];
const viaServers = ['default via 10.77.20.1'];

const office = (mac, address, to = 'sw1') => [{device: 'eth0', mac, address: `${address}/24`, to, routes: viaOffice}];
const server = (mac, address) => [{device: 'eth0', mac, address: `${address}/24`, to: 'closet', routes: viaServers}];

/** A switch is a bridge named br0, which has the switch's address; a leg to another switch is one more port of it. */
const switches = [
  {
    name: 'sw1', isSwitch: true, mac: '3c:d9:2b:10:00:01', address: '10.77.1.2/24', routes: viaOffice, lldp: true, fdb: 'bridge',
    domain: 'office',
    snmp: {
      sysDescr: 'ProCurve J9145A Switch 2910al-24G, revision W.15.14.0007, ROM W.14.06',
      sysObjectID: '.1.3.6.1.4.1.11.2.3.7.11.85', sysLocation: 'Basement, rack 2', sysServices: 2,
      entity: {description: 'ProCurve J9145A Switch 2910al-24G', serial: 'SG03AAB0Z1', model: 'J9145A', maker: 'Hewlett-Packard'},
    },
  },
  {
    name: 'sw2', isSwitch: true, mac: '00:1b:78:20:00:01', address: '10.77.1.3/24', routes: viaOffice, lldp: true, fdb: 'q-bridge',
    domain: 'office', legs: [{device: 'uplink', mac: '00:1b:78:20:00:02', to: 'sw1'}],
    snmp: {
      sysDescr: 'ProCurve J9279A Switch 2510G-24, revision Y.11.16, ROM N.10.02',
      sysObjectID: '.1.3.6.1.4.1.11.2.3.7.11.77', sysLocation: 'First floor', sysServices: 2,
      entity: {description: 'ProCurve J9279A Switch 2510G-24', serial: 'SG04BBC1Y2', model: 'J9279A', maker: 'Hewlett-Packard'},
    },
  },
  // Nobody manages this one: it has no address and says nothing.
  {name: 'closet', isSwitch: true},
];

const routers = [
  {
    name: 'router', forwards: true, lldp: true, domain: 'office',
    legs: [
      {device: 'lan', mac: 'b8:69:f4:30:00:01', address: '10.77.1.1/24', to: 'sw1'},
      {device: 'dmz', mac: 'b8:69:f4:30:00:02', address: '10.77.20.1/24', to: 'closet'},
      {device: 'wan', mac: 'b8:69:f4:30:00:03', address: '10.77.254.1/30', to: 'edge', routes: ['default via 10.77.254.2']},
    ],
    snmp: {
      sysDescr: 'RouterOS RB4011iGS+', sysObjectID: '.1.3.6.1.4.1.14988.1', sysLocation: 'Basement, rack 2', sysServices: 78,
      entity: {description: 'RouterOS RB4011iGS+', serial: 'B8E90C1F2A3B', model: 'RB4011iGS+', maker: 'MikroTik'},
    },
    services: {80: {kind: 'http', title: 'RouterOS router configuration page'}},
  },
  {
    name: 'edge', forwards: true, domain: 'branch',
    legs: [
      {device: 'core', mac: '94:f7:ad:40:00:01', address: '10.77.254.2/30', to: 'router', routes: ['default via 10.77.254.1']},
      {device: 'lan', mac: '94:f7:ad:40:00:02', address: '10.77.30.1/24', to: 'clerk'},
    ],
  },
];

const laserJet = 'HP LaserJet M1536dnf MFP';
const laserJetServer = `HP HTTP Server; ${laserJet} - CE538A; Serial Number: CNB9D4F2X7; Built:Tue May 15, 2012`;

const hosts = [
  {
    name: 'printer', legs: office('3c:d9:2b:50:00:20', '10.77.1.20'), domain: 'office',
    snmp: {
      sysDescr: 'HP ETHERNET MULTI-ENVIRONMENT,ROM none,JETDIRECT,JD153,EEPROM JSI24090012,CIDATE 11/20/2015',
      sysObjectID: '.1.3.6.1.4.1.11.2.3.9.1', sysServices: 72,
    },
    services: {
      80: {kind: 'http', title: `${laserJet}&nbsp;&nbsp;&nbsp;10.77.1.20`, server: laserJetServer},
      515: {kind: 'lpd'},
      631: {kind: 'http', server: laserJetServer, title: laserJet, printer: {'printer-make-and-model': laserJet}},
      9100: {kind: 'pjl', model: laserJet},
    },
    announces: ['_ipp._tcp', '_printer._tcp', '_pdl-datastream._tcp'].map((type, i) => ({
      type, instance: `${laserJet} (500020)`, port: [631, 515, 9100][i],
      text: {ty: laserJet, product: `(${laserJet})`, usb_MFG: 'Hewlett-Packard'},
    })),
  },
  {
    name: 'camera', legs: office('00:40:8c:60:00:21', '10.77.1.21'), domain: 'office',
    services: {
      80: {kind: 'http', title: 'AXIS', status: '401 Unauthorized', server: 'Apache/2.4.54 (Unix) OpenSSL/1.1.1q',
           headers: {'WWW-Authenticate': 'Digest realm="AXIS_00408C600021"'}},
      554: {kind: 'rtsp', server: 'GStreamer RTSP server'},
    },
    announces: [{type: '_axis-video._tcp', instance: 'AXIS M3045-V - 00408C600021', port: 80, text: {macaddress: '00408C600021'}}],
  },
  {
    name: 'nas', legs: office('00:11:32:70:00:22', '10.77.1.22'), domain: 'office',
    services: {
      21: {kind: 'banner', text: '220 DiskStation FTP server ready.\r\n'},
      445: {kind: 'mute'},
      548: {kind: 'mute'},
      5000: {kind: 'http', server: 'nginx', title: 'DiskStation&nbsp;-&nbsp;Synology&nbsp;DiskStation'},
    },
    announces: [
      {type: '_smb._tcp', instance: 'DiskStation', port: 445},
      {type: '_adisk._tcp', instance: 'DiskStation', port: 9, text: {sys: 'waMa=0,adVF=0x100'}},
      {type: '_device-info._tcp', instance: 'DiskStation', port: 0, text: {model: 'Xserve'}},
    ],
  },
  // The second bit of its address says that it made it up.
  {name: 'phone', legs: office('da:a1:19:80:00:30', '10.77.1.30'), domain: 'office'},
  {
    name: 'silent', legs: office('ac:ed:5c:90:00:25', '10.77.1.25'), domain: 'office', answersPing: false,
    services: {135: {kind: 'mute'}, 3389: {kind: 'mute'}},
  },
  // Two that hold one address; the second has its cable pulled at first.
  {name: 'twin-a', legs: office('b8:27:eb:a0:00:66', '10.77.1.66'), domain: 'office'},
  {name: 'twin-b', legs: office('dc:a6:32:b0:00:66', '10.77.1.66'), domain: 'office', isUnplugged: true},
  {name: 'workstation', legs: office('c8:f7:50:c0:00:40', '10.77.1.40', 'sw2'), domain: 'office', ssh: true},
  {name: 'web', legs: server('00:0c:29:d0:00:10', '10.77.20.10'), domain: 'servers', web: 'Quiet Owls, a shop for the night'},
  {
    name: 'ups', legs: server('00:c0:b7:e0:00:12', '10.77.20.12'), domain: 'servers',
    snmp: {
      sysDescr: 'APC Web/SNMP Management Card (MB:v4.1.0 PF:v6.7.2 PN:apc_hw05_aos_672.bin AF1:v6.7.2 AN1:apc_hw05_sumx_672.bin ' +
        'MN:AP9630 HR:05 SN: ZA1712023456 MD:03/20/2017) (Embedded PowerNet SNMP Agent SW v2.2 compatible)',
      sysObjectID: '.1.3.6.1.4.1.318.1.3.27', sysLocation: 'Basement, rack 1', sysServices: 72,
    },
  },
  // Speaks SNMP v3 only.
  {
    name: 'vault', legs: server('00:25:90:f0:00:13', '10.77.20.13'), domain: 'servers',
    snmp: {
      sysDescr: 'Linux vault 6.1.0-28-amd64 #1 SMP PREEMPT_DYNAMIC Debian 6.1.119-1 (2024-11-22) x86_64', sysServices: 72,
      version: 3,
    },
  },
  {
    name: 'clerk', domain: 'branch',
    legs: [
      {device: 'eth0', mac: '10:c5:95:01:00:10', address: '10.77.30.10/24', to: 'edge', routes: ['default via 10.77.30.1']},
    ],
    services: {80: {kind: 'http', title: 'Branch office', server: 'lighttpd/1.4.69'}},
  },
];

const desks = ['98:e7:43', 'c8:f7:50', '10:c5:95', 'ac:ed:5c', '3c:d9:2b', '00:25:90'];
const hexadecimal = (value) => value.toString(16).padStart(2, '0');

/** Hosts that are there and answer a ping, and nothing more: 10.77.1.100 and on, behind `to`. */
export const plainHosts = (count, to = 'sw2') => Array.from({length: count}, (_, i) => ({
  name: `plain-${i + 1}`, domain: 'office', isPlain: true,
  legs: office(`${desks[i % desks.length]}:99:${hexadecimal(i >> 8)}:${hexadecimal(i & 255)}`, `10.77.1.${100 + i}`, to),
}));

/** Where Belfry and the tools are: the network that lab.sh makes. */
export const belfry = {
  name: 'belfry', domain: 'office', isOutside: true,
  legs: [{...office('00:50:56:00:00:10', '10.77.1.10')[0], device: 'office'}],
};

export const standard = ({plain = 4} = {}) =>
  structuredClone([...switches, ...routers, ...hosts, ...plainHosts(plain), belfry]);

export const fullName = ({name, domain}) => `${name}.${domain}.test`;
export const addressOf = (node) => (node.address ?? node.legs?.[0].address)?.split('/')[0];
