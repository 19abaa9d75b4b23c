import { heading, item, paragraph, quote, type Sketched } from './sketch.ts'

/** What programs put on the clipboard, in the form that each gives it, with texts of our own; and the story in it. */
export interface Pasted {
  readonly from: string
  readonly html: string
  readonly story: readonly Sketched[]
}

export const CORPUS: readonly Pasted[] = [
  {
    from: 'Word on the desktop: headings, smart tags, tracked changes, comments, notes, a nested list, a table',
    html: `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns:st1="urn:schemas-microsoft-com:office:smarttags" xmlns="http://www.w3.org/TR/REC-html40"><head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Word.Document><link rel=File-List href="file:///C:/Users/humas/AppData/Local/Temp/msohtmlclip1/01/clip_filelist.xml"><!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View><w:TrackMoves/></w:WordDocument></xml><![endif]--><!--[if !mso]><object classid="clsid:38481807-CA0E-42D2-BF39-B33AF135CC4D" id=ieooui></object><style>st1\\:*{behavior:url(#ieooui) }</style><![endif]--><style><!-- /* Style Definitions */ p.MsoNormal, li.MsoNormal {mso-style-unhide:no;margin-bottom:8.0pt;font-size:11.0pt;} @list l0:level1 {mso-level-number-format:bullet;} --></style></head>
<body lang=IN link="#0563C1" vlink="#954F72" style='tab-interval:36.0pt;word-wrap:break-word'><!--StartFragment-->
<p class=MsoTitle><span lang=IN>Simulasi Pemungutan Suara<o:p></o:p></span></p>
<h2><a name="_Toc1001"></a><span lang=IN style='mso-fareast-font-family:"Times New Roman"'>Persiapan<o:p></o:p></span></h2>
<p class=MsoNormal style='text-align:justify'><st1:place w:st="on"><st1:City w:st="on"><span lang=IN>Rawajaya</span></st1:City></st1:place><span lang=IN>,&nbsp;<ins cite="mailto:Redaktur" datetime="2025-11-12T09:00">Kamis</ins><del cite="mailto:Redaktur" datetime="2025-11-12T09:00">Jumat</del> (13/11).<span style='mso-spacerun:yes'>&nbsp; </span><b style='mso-bidi-font-weight:normal'>Sebanyak 40<i style='mso-bidi-font-style:normal'> petugas</i></b> ber&shy;latih<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span class=MsoFootnoteReference>[1]</span><![endif]></span></span></a> <a style='mso-comment-reference:RK_1;mso-comment-date:20251112T0900'>seharian</a><span class=MsoCommentReference><span lang=IN style='font-size:8.0pt'><a class=msocomanchor id="_anchor_1" href="#_msocom_1" language=JavaScript name="_msoanchor_1">[RK1]</a><span style='mso-special-character:comment'>&nbsp;</span></span></span>.<o:p></o:p></span></p>
<p class=MsoNormal><span lang=IN><o:p>&nbsp;</o:p></span></p>
<p class=MsoQuote><span lang=IN>“Semua siap,” kata Rina.<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=IN style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span lang=IN>bilik suara<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpLast style='margin-left:72.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>empat buah<o:p></o:p></p>
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;mso-yfti-tbllook:1184'><tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'><td width=300 valign=top style='width:225.4pt'><p class=MsoNormal style='margin-bottom:0cm'><b>TPS<o:p></o:p></b></p></td><td width=300 valign=top><p class=MsoNormal>Pemilih<o:p></o:p></p></td></tr><tr><td><p class=MsoNormal>TPS 1<o:p></o:p></p></td><td><p class=MsoNormal>210<o:p></o:p></p></td></tr><![if !supportMisalignedColumns]><tr height=0><td width=300></td><td width=300></td></tr><![endif]></table>
<!--EndFragment-->
<div style='mso-element:footnote-list'><hr align=left size=1 width="33%"><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText>Catatan kaki.</p></div></div>
<div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>Periksa lagi.</p></div></div></body></html>`,
    story: [
      heading('Simulasi Pemungutan Suara'),
      heading('Persiapan'),
      paragraph(
        'Rawajaya, Kamis (13/11). ',
        { text: 'Sebanyak 40', bold: true },
        { text: ' petugas', bold: true, italic: true },
        ' berlatih seharian.',
      ),
      quote('“Semua siap,” kata Rina.'),
      item(false, 'bilik suara'),
      item(false, 'empat buah'),
      paragraph({ text: 'TPS', bold: true }, ' | Pemilih'),
      paragraph('TPS 1 | 210'),
    ],
  },
  {
    from: 'Word on the web: headings by role, runs in runs, ends of paragraphs, a list',
    html: `<html><body><!--StartFragment--><div class="OutlineElement Ltr SCXW1 BCX0" style="clear: both; direction: ltr;"><p class="Paragraph SCXW1 BCX0" role="heading" aria-level="2" xml:lang="ID-ID" lang="ID-ID" style="font-weight: normal; margin: 0px;"><span data-contrast="none" class="TextRun SCXW1 BCX0" style="font-size: 16pt;"><span class="NormalTextRun SCXW1 BCX0" data-ccp-parastyle="heading 2">Layanan Pindah Memilih</span></span><span class="EOP SCXW1 BCX0" data-ccp-props="{&quot;134245418&quot;:true}">&nbsp;</span></p></div><div class="OutlineElement Ltr SCXW1 BCX0"><p class="Paragraph SCXW1 BCX0" xml:lang="ID-ID"><span data-contrast="auto" class="TextRun SCXW1 BCX0"><span class="NormalTextRun SCXW1 BCX0">Warga dapat </span></span><span class="TextRun SCXW1 BCX0" style="font-weight: bold;"><span class="NormalTextRun SpellingErrorV2Themed SCXW1 BCX0">mengurus</span></span><span class="TextRun SCXW1 BCX0"><span class="NormalTextRun SCXW1 BCX0"> sendiri di </span></span><a class="Hyperlink SCXW1 BCX0" href="https://kota-tirtasari.kpu.go.id/layanan" target="_blank" rel="noreferrer noopener"><span class="TextRun Underlined SCXW1 BCX0" style="text-decoration: underline;"><span class="NormalTextRun SCXW1 BCX0" data-ccp-charstyle="Hyperlink">situs</span></span></a><span class="LineBreakBlob BlobObject DragDrop SCXW1 BCX0"><span class="SCXW1 BCX0">&nbsp;</span><br class="SCXW1 BCX0"></span><span class="TextRun SCXW1 BCX0"><span class="NormalTextRun">atau kantor.</span></span><span class="EOP SCXW1 BCX0">&nbsp;</span></p></div><div class="ListContainerWrapper SCXW1 BCX0"><ol class="NumberListStyle1 SCXW1 BCX0" role="list" start="1"><li data-leveltext="%1." data-font="" data-listid="3" role="listitem" aria-level="1" class="OutlineElement Ltr SCXW1 BCX0"><p class="Paragraph SCXW1 BCX0"><span class="TextRun SCXW1 BCX0"><span class="NormalTextRun">KTP elektronik</span></span><span class="EOP">&nbsp;</span></p></li></ol></div><!--EndFragment--></body></html>`,
    story: [
      heading('Layanan Pindah Memilih'),
      paragraph(
        'Warga dapat ',
        { text: 'mengurus', bold: true },
        ' sendiri di ',
        { text: 'situs', link: 'https://kota-tirtasari.kpu.go.id/layanan' },
        '\natau kantor.',
      ),
      item(true, 'KTP elektronik'),
    ],
  },
  {
    from: 'Google Docs: all in a b, nested lists, a table, links through its own address',
    html: `<meta charset='utf-8'><html><head></head><body><b style="font-weight:normal;" id="docs-internal-guid-5a9c"><h3 dir="ltr" style="line-height:1.38;"><span style="font-size:14pt;font-family:Arial;font-weight:400;white-space:pre-wrap;">Rapat Pleno</span></h3><p dir="ltr" style="line-height:1.38;margin-top:0pt;margin-bottom:0pt;"><span style="font-size:11pt;font-weight:400;font-style:normal;white-space:pre;white-space:pre-wrap;">Ketua membuka rapat</span><span style="font-weight:700;font-style:italic;white-space:pre-wrap;"> tepat waktu</span><span style="white-space:pre-wrap;">. Lihat </span><a href="https://www.google.com/url?q=https://kab-rawajaya.kpu.go.id/agenda&amp;sa=D&amp;source=docs&amp;ust=170" style="text-decoration:none;"><span style="color:#1155cc;text-decoration:underline;white-space:pre-wrap;">agenda</span></a><span style="white-space:pre-wrap;">.</span></p><br><ul style="margin-top:0;padding-inline-start:48px;"><li dir="ltr" style="list-style-type:disc;" aria-level="1"><p dir="ltr" role="presentation"><span style="white-space:pre-wrap;">undangan</span></p></li><ul style="margin-top:0;"><li dir="ltr" style="list-style-type:circle;" aria-level="2"><p role="presentation"><span style="white-space:pre-wrap;">partai</span></p></li></ul></ul><br><div dir="ltr" style="margin-left:0pt;" align="left"><table style="border:none;border-collapse:collapse;"><colgroup><col /><col /></colgroup><tbody><tr style="height:0pt"><td style="padding:5pt;"><p dir="ltr"><span style="white-space:pre-wrap;">Hari</span></p></td><td><p dir="ltr"><span style="white-space:pre-wrap;">Jumat</span></p></td></tr></tbody></table></div></b></body></html>`,
    story: [
      heading('Rapat Pleno'),
      paragraph(
        'Ketua membuka rapat',
        { text: ' tepat waktu', bold: true, italic: true },
        '. Lihat ',
        { text: 'agenda', link: 'https://kab-rawajaya.kpu.go.id/agenda' },
        '.',
      ),
      item(false, 'undangan'),
      item(false, 'partai'),
      paragraph('Hari | Jumat'),
    ],
  },
  {
    from: 'WhatsApp Web: marks of direction, pictures of emoji, struck words, a list',
    html: `<meta charset='utf-8'><div class="copyable-text"><span dir="ltr" class="_ao3e selectable-text copyable-text" style="min-height: 0px;"><span style="white-space: pre-wrap;">\u200eMohon hadir\u202c <img crossorigin="anonymous" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7" alt="🙏🏽" draggable="false" class="b75 emoji wa _ao3e selectable-text copyable-text" data-plain-text="🙏🏽" style="background-position: -40px -20px;"> pukul <del class="_ao3e">08.00</del> <strong class="selectable-text copyable-text">09.00</strong>
di <em>aula</em></span><ul class="_ao3g"><li class="_ao3h"><span>bawa undangan</span></li></ul></span></div>`,
    story: [
      paragraph('Mohon hadir 🙏🏽 pukul  ', { text: '09.00', bold: true }, '\ndi ', {
        text: 'aula',
        italic: true,
      }),
      item(false, 'bawa undangan'),
    ],
  },
  {
    from: 'LibreOffice: fonts, notes, soft hyphens, hard lines',
    html: `<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title><meta name="generator" content="LibreOffice 24.8 (Linux)"/><style type="text/css">@page { size: 21cm 29.7cm; margin: 2cm } h2.western { font-family: "Liberation Sans" }</style></head><body lang="id-ID" link="#000080" vlink="#800000" dir="ltr"><h2 class="western">Gudang Baru</h2><p align="justify" style="line-height: 100%; margin-bottom: 0cm"><font face="Liberation Serif, serif"><font size="3" style="font-size: 12pt">Gudang di <span style="font-variant: normal"><span style="font-style: normal"><b>Tirta\u00adsari</b></span></span><sup><a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></sup>
menyimpan logistik.</font></font></p><p style="margin-bottom: 0cm"><br/></p><p class="western"><sdfield type="DATETIME" sdnum="1057">13 November 2025</sdfield></p><div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a> Luasnya 400 meter.</p></div></body></html>`,
    story: [
      heading('Gudang Baru'),
      paragraph('Gudang di ', { text: 'Tirtasari', bold: true }, ' menyimpan logistik.'),
      paragraph('13 November 2025'),
    ],
  },
  {
    from: 'Outlook: layout tables, links through its guard, lines in divs',
    html: `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15 (filtered medium)"></head><body lang=EN-US><table border=0 cellpadding=0 width="100%" style='width:100.0%;mso-cellspacing:0cm'><tr><td style='padding:0cm'><p class=MsoNormal>Yth. Redaksi,<o:p></o:p></p><p class=MsoNormal>terlampir naskah.<o:p></o:p></p></td><td style='width:6pt'></td></tr></table><div class="elementToProof" style="font-family: Aptos, sans-serif; font-size: 12pt;">Baca di <a href="https://apc01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fkpu.go.id%2Fberita%3Fid%3D7&amp;data=05%7C02%7Chumas%40kpu.go.id%7C0&amp;reserved=0" originalsrc="https://kpu.go.id/berita?id=7" data-auth="NotApplicable">sini</a>.</div><div class="elementToProof"><br></div><div id="Signature"><p><a href="mailto:humas@kpu.go.id">humas@kpu.go.id</a></p></div></body></html>`,
    story: [
      paragraph('Yth. Redaksi,'),
      paragraph('terlampir naskah.'),
      paragraph('Baca di ', { text: 'sini', link: 'https://kpu.go.id/berita?id=7' }, '.'),
      paragraph({ text: 'humas@kpu.go.id', link: 'mailto:humas@kpu.go.id' }),
    ],
  },
  {
    from: 'WordPress: blocks, a picture with its caption, a pull quote, hidden words',
    html: `<meta charset='utf-8'><h2 class="wp-block-heading" style="box-sizing: border-box; font-weight: 700;">Kunjungan Pelajar</h2><figure class="wp-block-image size-large"><img decoding="async" width="1024" height="683" src="https://kota-tirtasari.example/a.jpg" alt="Pelajar" srcset="https://kota-tirtasari.example/a-300.jpg 300w"><figcaption class="wp-element-caption">Pelajar di aula</figcaption></figure><p style="box-sizing: border-box; color: rgb(40, 40, 40);">Sebanyak 60&nbsp;pelajar <span class="screen-reader-text" style="display: none;">buka di tab baru</span>berkunjung.<!-- wp:more --></p><figure class="wp-block-pullquote"><blockquote><p>“Seru,” ujar Ayu.</p><cite>Ayu</cite></blockquote></figure><p><a href="https://kota-tirtasari.example/?utm_source=feed#more" class="more-link">Selengkapnya</a></p>`,
    story: [
      heading('Kunjungan Pelajar'),
      paragraph('Pelajar di aula'),
      paragraph('Sebanyak 60 pelajar berkunjung.'),
      quote('“Seru,” ujar Ayu.'),
      quote({ text: 'Ayu', italic: true }),
      paragraph({ text: 'Selengkapnya', link: 'https://kota-tirtasari.example/?utm_source=feed#more' }),
    ],
  },
  {
    from: 'a news site: scripts, advertisements, forms and lists in lists',
    html: `<article class="detail"><div class="detail__body itp_bodycontent_wrapper"><strong>Tirtasari</strong> - Warga menata arsip.<br><br><script>googletag.cmd.push(function(){})</script><ins class="adsbygoogle" style="display:block"></ins><div class="parallax" hidden>Iklan</div>Arsip disusun menurut tahun.<ol><li>2019<ul><li>pileg</li></ul></li><li>2024</li></ol><form><select><option>Pilih</option></select><textarea>isi</textarea></form><noscript><img src="https://lacak.example/p.gif"></noscript><video controls><source src="a.mp4">Tidak didukung</video></div></article>`,
    story: [
      paragraph({ text: 'Tirtasari', bold: true }, ' - Warga menata arsip.'),
      paragraph('Arsip disusun menurut tahun.'),
      item(true, '2019'),
      item(false, 'pileg'),
      item(true, '2024'),
    ],
  },
]
