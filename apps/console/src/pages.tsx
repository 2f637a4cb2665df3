import { lazy, Suspense, useEffect } from 'react';
import { Navigate, Outlet, Route, Routes, useLocation, useNavigate } from 'react-router';
import { sessionEnd } from './call.ts';
import { Calendar } from './pages/calendar/calendar.tsx';
import { CasePage } from './pages/case/case-page.tsx';
import { CertificatePage } from './pages/certificates/certificate-page.tsx';
import { Certificates } from './pages/certificates/certificates.tsx';
import { Inbox } from './pages/inbox/inbox.tsx';
import { People } from './pages/people/people.tsx';
import { Ratings } from './pages/ratings/ratings.tsx';
import { RepairPage } from './pages/ratings/repair-page.tsx';
import { Deliveries } from './pages/sending/deliveries.tsx';
import { Messages } from './pages/sending/messages.tsx';
import { SignIn } from './pages/sign-in/sign-in.tsx';
import { firstPageOf } from './parts/duties.ts';
import { Frame } from './parts/frame.tsx';
import { Failed, Loading, NotFound } from './parts/states.tsx';
import { GetMe, SessionProvider, useMe } from './session.ts';
import { useAsked } from './use-asked.ts';

// The editor brings a YAML reader along; clerks never need it.
const Items = lazy(() => import('./pages/catalogue/items.tsx').then(({ Items }) => ({ default: Items })));
const ItemPage = lazy(() => import('./pages/catalogue/item-page.tsx').then(({ ItemPage }) => ({ default: ItemPage })));
const SetAside = lazy(() => import('./pages/catalogue/set-aside.tsx').then(({ SetAside }) => ({ default: SetAside })));
const NewItem = lazy(() => import('./pages/catalogue/item-page.tsx').then(({ NewItem }) => ({ default: NewItem })));

/** Every page of the console and its address below `/console`. */
export function Pages() {
  return (
    <Routes>
      <Route path="/sign-in" element={<SignIn />} />
      <Route element={<SignedIn />}>
        <Route index element={<First />} />
        <Route path="/inbox" element={<Inbox />} />
        <Route path="/cases/:caseId" element={<CasePage />} />
        <Route path="/certificates" element={<Certificates />} />
        <Route path="/certificates/:id" element={<CertificatePage />} />
        <Route path="/items" element={<Items />} />
        <Route path="/items/new" element={<NewItem />} />
        <Route path="/items/set-aside" element={<SetAside />} />
        <Route path="/items/:itemId/versions/:version" element={<ItemPage />} />
        <Route path="/ratings" element={<Ratings />} />
        <Route path="/rectifications/:id" element={<RepairPage />} />
        <Route path="/messages" element={<Messages />} />
        <Route path="/deliveries" element={<Deliveries />} />
        <Route path="/calendar" element={<Calendar />} />
        <Route path="/people" element={<People />} />
        <Route path="*" element={<NotFound />} />
      </Route>
    </Routes>
  );
}

function First() {
  return <Navigate to={firstPageOf(useMe())} replace />;
}

/** Whoever is not signed in goes to sign in and comes back to the same address. */
function SignedIn() {
  const { value: me, failure, reload } = useAsked(GetMe);
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  useEffect(() => {
    const leave = (): void => {
      const to = pathname === '/' ? '' : `?to=${encodeURIComponent(pathname + search)}`;
      void navigate(`/sign-in${to}`, { replace: true });
    };
    sessionEnd.addEventListener('ended', leave);
    return () => sessionEnd.removeEventListener('ended', leave);
  }, [pathname, search, navigate]);

  if (failure && failure.status !== 401) return <Failed failure={failure} onAgain={reload} />;
  if (!me) return <Loading />;
  return (
    <SessionProvider value={me}>
      <Frame>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </Frame>
    </SessionProvider>
  );
}
