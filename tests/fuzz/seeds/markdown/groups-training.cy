## Beth rydym yn ei wneud

Mae'r grŵp yn cynllunio pob cwrs.
