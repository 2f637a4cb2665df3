/** Looking at what one has sent. */
export const zh = {
  files: {
    tab: '您上传的文件',
    all: '共 {{pages}} 页。看得清就行；看不清请重新拍照上传。',
    some: '这里显示前 {{shown}} 页，共 {{pages}} 页。',
    alt: '您上传的这个文件的样子，前 {{shown}} 页',
    download: '下载这个文件',
    backToMaterials: '返回上传材料',
    backToCase: '返回办件',
    kind: '这种文件不能在这里显示，可以下载查看。文件已经收到，不影响办理。',
    ofd: '这是 OFD 文件，不能在这里显示。下载到电脑上，用 OFD 阅读器（或者 WPS）就能打开。文件已经收到，不影响办理。',
    docx: '这是 Word 文件，不能在这里显示。下载后用 WPS 或者 Word 就能打开。文件已经收到，不影响办理。',
    xlsx: '这是 Excel 文件，不能在这里显示。下载后用 WPS 或者 Excel 就能打开。文件已经收到，不影响办理。',
    'too-large': '图片太大，不能在这里显示，可以下载查看。文件已经收到，不影响办理。',
    locked: '这个文件设了密码，工作人员可能打不开。请去掉密码后重新上传。',
    broken: '这个文件读不出来，工作人员可能也打不开。请下载看看，打不开就重新上传。',
    'too-slow': '这个文件太复杂，不能在这里显示，可以下载查看。文件已经收到，不影响办理。',
    'not-scanned': '正在检查这个文件有没有病毒，查完才能打开。文件已经收到，您可以接着办。',
  },
} as const;

export const en = {
  files: {
    tab: 'Your file',
    all: 'Pages: {{pages}}. If you cannot read it, take another photo and send that.',
    some: 'The first {{shown}} of {{pages}} pages.',
    alt: 'What the file you sent looks like: the first {{shown}} pages',
    download: 'Download this file',
    backToMaterials: 'Back to your documents',
    backToCase: 'Back to your application',
    kind: 'This kind of file cannot be shown here; you can download it. We have it, and your application goes on.',
    ofd: 'This is an OFD file and cannot be shown here. Download it and open it with an OFD reader. We have it, and your application goes on.',
    docx: 'This is a Word file and cannot be shown here. Download it and open it with Word or WPS. We have it, and your application goes on.',
    xlsx: 'This is an Excel file and cannot be shown here. Download it and open it with Excel or WPS. We have it, and your application goes on.',
    'too-large':
      'The picture is too large to show here; you can download it. We have it, and your application goes on.',
    locked: 'The file has a password; an officer may not be able to open it. Send it again without.',
    broken:
      'The file cannot be read, and an officer may not be able to either. Download it; if it does not open, send it again.',
    'too-slow':
      'The file is too intricate to show here; you can download it. We have it, and your application goes on.',
    'not-scanned': 'We are checking this file for viruses; it can be opened after that. We have it, and you can go on.',
  },
} as const;
