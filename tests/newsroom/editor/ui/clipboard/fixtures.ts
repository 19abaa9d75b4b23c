/** Clipboard HTML as programs write it, made up for these tests. */

export const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm;font-size:12pt} @page {size:595pt 842pt} --></style>
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]--></head>
<body lang=IN style='tab-interval:36.0pt'><!--StartFragment-->
<h1><b><span style='font-family:"Arial",sans-serif'>Uji Alat Bantu<o:p></o:p></span></b></h1>
<p class=MsoNormal><b style='mso-bidi-font-weight:normal'><span lang=IN>Tirtasari</span></b><span lang=IN>,&nbsp;Kamis
(13/11).<span style='mso-spacerun:yes'>&nbsp; </span>Warga <i>mencoba</i> <u>alat</u>.<o:p></o:p></span></p>
<p class=MsoNormal><span lang=IN><o:p>&nbsp;</o:p></span></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>templat braille<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span>kaca pembesar</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span>daftar hadir</p>
<p class=MsoNormal>Lihat <a href="https://kota-tirtasari.kpu.go.id/Berita?a=1">situs</a>, <a href="file:///C:/rahasia.docx">berkas</a>, <a name="_Toc1">daftar isi</a>.</p>
<div style='mso-element:comment-list'><p class=MsoCommentText>Komentar redaktur</p></div>
<!--EndFragment--></body></html>`

export const DOCS = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1a2b"><p dir="ltr" style="line-height:1.38;margin-top:0pt"><span style="font-size:11pt;font-weight:400;white-space:pre-wrap;">Ketua </span><span style="font-size:11pt;font-weight:700;white-space:pre-wrap;">menyambut</span><span style="font-style:italic;font-weight:400;white-space:pre-wrap;"> tamu.</span></p><br /><ul style="margin-top:0"><li dir="ltr" style="list-style-type:disc" aria-level="1"><p dir="ltr" role="presentation"><span style="white-space:pre-wrap">satu</span></p></li><li><p role="presentation"><span>dua</span></p></li></ul><br /><p><span style="text-decoration:underline;color:#1155cc"><a href="https://kpu.go.id"><span>kpu.go.id</span></a></span></p></b><br class="Apple-interchange-newline">`

export const LIBREOFFICE = `<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><style type="text/css">p { line-height: 115% }</style></head><body lang="id-ID" dir="ltr"><p style="line-height: 100%"><font face="Liberation Serif, serif"><font size="3">Warga <b>hadir</b>
sejak pagi.</font></font></p>
<p><br/></p>
<ol><li><p>daftar</p></li><li><p>masuk</p></li></ol>
<table width="100%"><tr><td><p>Nama</p></td><td>Jumlah</td></tr><tr><td>TPS 1</td><td>210</td></tr></table></body></html>`

export const WHATSAPP = `<meta charset='utf-8'><span dir="ltr" class="selectable-text copyable-text" style="white-space: pre-wrap;"><span>Info kegiatan <img crossorigin="anonymous" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="🙏" draggable="false" class="emoji"/>
pukul 09.00</span>

<strong>Aula</strong> kantor</span>`

export const WEB = `<div class="post"><nav hidden>Menu</nav><h3>Layanan <span style="font-weight:400">pindah</span></h3><p onclick="alert(1)" style="color:red">Warga&nbsp;dapat <a href="javascript:alert(1)" onmouseover="alert(2)">mengurus</a> <a href=" HTTPS://KPU.go.id/a b ">sendiri</a>.<br><br>Kantor buka setiap hari kerja.<img src=x onerror=alert(3) alt="logo"></p><script>alert(4)</script><style>p{}</style><iframe srcdoc="<p>x</p>"></iframe><svg><text>gambar</text></svg><blockquote>“Mudah,” katanya.</blockquote><form><input value="isian"><button>Kirim</button></form></div>`
